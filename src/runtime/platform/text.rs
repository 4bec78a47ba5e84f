//! Texts in encodings that only the browser has the tables for.

/// The text of bytes in an encoding by its label, such as `gb18030`; `None` where they are not.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let options = web_sys::TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
