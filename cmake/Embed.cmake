# rashomon_embed(TARGET SYMBOL FILE): compiles a file into a target as the bytes from SYMBOL_begin to SYMBOL_end.
function(rashomon_embed target symbol file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  file(GENERATE OUTPUT ${source} CONTENT "    .section .rodata
    .global ${symbol}_begin
    .global ${symbol}_end
    .balign 16
${symbol}_begin:
    .incbin \"${file}\"
${symbol}_end:
    .byte 0
    .section .note.GNU-stack,\"\",%progbits
")
  # TARGET_DIRECTORY: a property of a source holds only in its own folder, and the target may stand elsewhere.
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES GENERATED TRUE OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
