/** Unit tests know the library of no office; for `node --import`. */
delete process.env['CONTENT_DIR'];
