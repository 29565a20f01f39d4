"""--embeddings: a user's own vectors join the pair model. Files are written by hand, without NumPy."""
import json
import math
import struct
import unittest

from harness import LEFT, RIGHT, CliCase, run

SIDES = ("--left", "us", "--right", "cn")


def npy(rows, kind="<f4", order="False", width=None):
    header = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': ({len(rows)}, {width or len(rows[0])}), }}"
    header = header.ljust(117) + "\n"
    numbers = [x for row in rows for x in row]
    return (b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() +
            struct.pack(f"<{len(numbers)}{'f' if kind == '<f4' else 'd'}", *numbers))


def safetensors(rows, kind="F32"):
    numbers = [x for row in rows for x in row]
    data = struct.pack(f"<{len(numbers)}{'f' if kind == 'F32' else 'd'}", *numbers)
    header = json.dumps({"__metadata__": {"made": "by hand"},
                         "e": {"dtype": kind, "shape": [len(rows), len(rows[0])], "data_offsets": [0, len(data)]}}).encode()
    return struct.pack("<Q", len(header)) + header + data


class Embeddings(CliCase):
    def compare(self, *more, left=LEFT, right=RIGHT):
        result = run("compare", left, right, *SIDES, "--format", "json", "--min-probability", 0, *more)
        self.assert_done(result)
        return json.loads(result.out)

    def setUp(self):
        super().setUp()
        plain = self.compare()
        self.plain = {(l["left"], l["right"]): l for l in plain["links"]}
        sizes = [sum(s["account"] == side for s in plain["statements"]) for side in ("us", "cn")]
        # Every statement by itself, but us:5 and cn:30, which are one and the same.
        width = sum(sizes)
        self.rows = [[[1.0 if k == i else 0.0 for k in range(width)] for i in range(sizes[0])],
                     [[1.0 if k == sizes[0] + j else 0.0 for k in range(width)] for j in range(sizes[1])]]
        self.rows[1][29] = self.rows[0][4]

    def files(self, write=npy, end="npy", kind="<f4"):
        return [self.write(f"{name}.{end}", write(rows, kind)) for name, rows in zip(("left", "right"), self.rows)]

    def test_what_is_alike_outside_becomes_likelier_and_the_rest_less_likely(self):
        joined = {(l["left"], l["right"]): l for l in self.compare("--embeddings", *self.files())["links"]}
        self.assertGreater(joined["us:5", "cn:30"]["probability"], self.plain["us:5", "cn:30"]["probability"])
        order = sorted((p for p in self.plain if p[0] != "us:5" and p[1] != "cn:30"),
                       key=lambda p: self.plain[p]["probability"])
        rest = [joined[p]["probability"] for p in order]
        self.assertEqual(rest, sorted(rest))  # all others stand alike: their order stays

    def test_every_format_and_precision_says_the_same(self):
        outcomes = [self.compare("--embeddings", *files)["links"] for files in
                    (self.files(), self.files(kind="<f8"), self.files(safetensors, "st", "F32"), self.files(safetensors, "st", "F64"))]
        for other in outcomes[1:]:
            self.assertEqual(other, outcomes[0])

    def test_vectors_that_say_nothing_order_the_pairs_as_before(self):
        self.rows = [[[1.0, 2.0]] * len(side) for side in self.rows]
        joined = {(l["left"], l["right"]): l for l in self.compare("--embeddings", *self.files())["links"]}
        order = sorted(self.plain, key=lambda p: self.plain[p]["probability"])
        values = [joined[p]["probability"] for p in order]
        self.assertEqual(values, sorted(values))

    def test_swapped_accounts_are_mirrored_to_the_last_bit(self):
        files = self.files()
        forth = {(l["left"], l["right"]): l["probability"] for l in self.compare("--embeddings", *files)["links"]}
        result = run("compare", RIGHT, LEFT, "--left", "cn", "--right", "us", "--format", "json", "--min-probability", 0,
                     "--embeddings", *reversed(files))
        back = {(l["right"], l["left"]): l["probability"] for l in json.loads(result.out)["links"]}
        self.assertEqual(back, forth)

    def test_explain_shows_it_as_a_group_and_still_adds_up(self):
        result = run("explain", LEFT, RIGHT, *SIDES, "--link", "us:5", "cn:30", "--format", "json", "--embeddings", *self.files())
        self.assert_done(result)
        e = json.loads(result.out)
        outside = next(g for g in e["groups"] if g["group"] == "outside")
        self.assertGreater(outside["contribution"], 0)
        self.assertAlmostEqual(e["base"] + sum(g["contribution"] for g in e["groups"]), e["log_odds"], places=9)
        self.assertAlmostEqual(1 / (1 + math.exp(-e["log_odds"])), e["probability"], places=9)

    def trouble(self, left, right, *parts):
        self.assert_trouble(run("compare", LEFT, RIGHT, *SIDES, "--embeddings", left, right), *parts)

    def test_trouble_names_the_file(self):
        left, right = self.files()
        short = self.write("short.npy", npy(self.rows[0][:-2]))
        self.trouble(short, right, "short.npy", f"{len(self.rows[0]) - 2} rows", f"{len(self.rows[0])} statements")
        self.trouble(left, self.write("narrow.npy", npy([row[:4] for row in self.rows[1]])), "narrow.npy", "4 numbers")
        for name, content, problem in (
                ("a.npy", npy(self.rows[0])[:-4], "differ in size"), ("b.npy", npy(self.rows[0], order="True"), "C order"),
                ("c.npy", npy(self.rows[0]).replace(b"<f4", b"<i4"), "not floating"), ("d.npy", b"\x93NUMPY\x01", "cut short"),
                ("e.bin", b"nothing of the kind", "no .npy"), ("f.st", safetensors(self.rows[0])[:-8], "cut short"),
                ("g.npy", npy([[math.nan, *row[1:]] for row in self.rows[0]]), "not finite")):
            with self.subTest(name):
                self.trouble(self.write(name, content), right, name, problem)
        self.trouble(self.folder / "none.npy", right, "none.npy")
        self.assert_trouble(run("compare", LEFT, RIGHT, "--embeddings", left), "2 values")
        self.assert_trouble(run("compare", LEFT, RIGHT, LEFT, "--embeddings", left, right), "--embeddings", "3")


if __name__ == "__main__":
    unittest.main()
