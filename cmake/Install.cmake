# find_package(rashomon) from another project.
install(TARGETS rashomon EXPORT rashomon-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS rashomon_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(share ${CMAKE_CURRENT_BINARY_DIR}/cli/share)
install(DIRECTORY ${share}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(DIRECTORY ${share}/bash-completion ${share}/zsh ${share}/fish DESTINATION ${CMAKE_INSTALL_DATADIR})
install(DIRECTORY engine DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rashomon FILES_MATCHING PATTERN "*.h")
install(EXPORT rashomon-targets NAMESPACE rashomon:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/rashomon)
configure_package_config_file(cmake/rashomon-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/rashomon-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/rashomon)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/rashomon-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/rashomon-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/rashomon-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/rashomon)
