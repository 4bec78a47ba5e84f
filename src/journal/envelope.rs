//! The wrapping of every stored text: what it is, in which form, how long, and a checksum.
//!
//! `HUD1` + codec + length in bytes (8 hex digits) + `:` + CRC-32 of the bytes (8 hex digits) +
//! `:` + body. The magic carries the format's version, the codec leaves room for encryption.
//! A packed body holds 15 bits in each character, all below the surrogates, because local storage
//! counts characters of two bytes and damages lone surrogates.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::decompress_to_vec_with_limit;

const MAGIC: &str = "HUD";
/// The version of the stored form that this version writes and reads.
pub const FORMAT: u32 = 1;
const HEADER_LENGTH: usize = 23;
const FIRST_PACKED: u32 = 0x3400;
/// Texts longer than this are packed; packing shorter ones gains nothing.
const PLAIN_LIMIT: usize = 2_000;
/// No stored text unpacks to more than this.
const UNPACKED_LIMIT: usize = 256 << 20;
const DEFLATE_LEVEL: i32 = 5;

/// Why a stored text could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeError {
    /// It is not one of ours, or its head is cut.
    Foreign,
    /// A newer version wrote it.
    TooNew,
    /// Its length or checksum is wrong.
    Damaged,
}

/// The checksum of stored texts and backups: the CRC-32 of zip and PNG.
pub fn checksum(bytes: &[u8]) -> u32 {
    // With a table of 1 KB: faster ones take up to 16 KB of every download.
    static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
    CRC_32.checksum(bytes)
}

/// Wraps a text, packed where that is shorter.
pub fn seal(text: &str) -> String {
    if text.len() <= PLAIN_LIMIT {
        return wrap('p', text.as_bytes(), text);
    }
    let mut packer = Packer::default();
    packer.push(text);
    packer.finish()
}

/// Opens a wrapped text.
///
/// # Errors
/// An [`EnvelopeError`] where it is not whole or not of this version.
pub fn open(stored: &str) -> Result<String, EnvelopeError> {
    let header = stored.get(..HEADER_LENGTH).filter(|it| it.is_ascii());
    let header = header.ok_or(EnvelopeError::Foreign)?;
    let body = &stored[HEADER_LENGTH..];
    let version = header.strip_prefix(MAGIC).ok_or(EnvelopeError::Foreign)?.as_bytes()[0];
    if version != b'0' + FORMAT as u8 {
        return Err(if version.is_ascii_alphanumeric() {
            EnvelopeError::TooNew
        } else {
            EnvelopeError::Foreign
        });
    }
    let number = |from: usize| u32::from_str_radix(&header[from..from + 8], 16);
    let (Ok(length), Ok(sum)) = (number(5), number(14)) else { return Err(EnvelopeError::Damaged) };
    let bytes = match &header[4..5] {
        "p" => body.as_bytes().to_vec(),
        "d" => unpack(body, length as usize).ok_or(EnvelopeError::Damaged)?,
        _ => return Err(EnvelopeError::TooNew),
    };
    if bytes.len() != length as usize || checksum(&bytes) != sum {
        return Err(EnvelopeError::Damaged);
    }
    let text = match &header[4..5] {
        "p" => bytes,
        _ => decompress_to_vec_with_limit(&bytes, UNPACKED_LIMIT)
            .map_err(|_| EnvelopeError::Damaged)?,
    };
    String::from_utf8(text).map_err(|_| EnvelopeError::Damaged)
}

fn wrap(codec: char, bytes: &[u8], body: &str) -> String {
    let (length, sum) = (bytes.len(), checksum(bytes));
    format!("{MAGIC}{FORMAT}{codec}{length:08x}:{sum:08x}:{body}")
}

/// Packs a long text piece by piece, so that a page can do it in slices.
pub struct Packer {
    compressor: Box<CompressorOxide>,
    deflated: Vec<u8>,
}

impl Default for Packer {
    fn default() -> Packer {
        let flags = create_comp_flags_from_zip_params(DEFLATE_LEVEL, 0, 0);
        Packer { compressor: Box::new(CompressorOxide::new(flags)), deflated: Vec::new() }
    }
}

impl Packer {
    /// Takes the next piece.
    pub fn push(&mut self, piece: &str) {
        self.deflate(piece.as_bytes(), TDEFLFlush::None);
    }

    /// Ends the text and wraps it.
    pub fn finish(mut self) -> String {
        self.deflate(&[], TDEFLFlush::Finish);
        wrap('d', &self.deflated, &pack(&self.deflated))
    }

    fn deflate(&mut self, bytes: &[u8], flush: TDEFLFlush) {
        let deflated = &mut self.deflated;
        let _ = compress_to_output(&mut self.compressor, bytes, flush, |out| {
            deflated.extend_from_slice(out);
            true
        });
    }
}

fn pack(bytes: &[u8]) -> String {
    let mut packed = String::with_capacity(bytes.len() * 8 / 15 * 3 + 6);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        if 15 <= count {
            count -= 15;
            packed.extend(char::from_u32(FIRST_PACKED + (bits >> count & 0x7fff)));
        }
    }
    if 0 < count {
        packed.extend(char::from_u32(FIRST_PACKED + (bits << (15 - count) & 0x7fff)));
    }
    packed
}

fn unpack(packed: &str, length: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length.min(packed.len()));
    let (mut bits, mut count) = (0_u32, 0);
    for character in packed.chars() {
        let part = (character as u32).checked_sub(FIRST_PACKED).filter(|it| *it <= 0x7fff)?;
        bits = bits << 15 | part;
        count += 15;
        while 8 <= count && bytes.len() < length {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
        bits &= 0x7fff;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_are_unpacked_as_they_were_packed(bytes: Vec<u8>) {
            prop_assert_eq!(unpack(&pack(&bytes), bytes.len()), Some(bytes));
        }

        #[test]
        fn texts_are_opened_as_they_were_sealed(text in "(.{0,40}线索){0,90}") {
            prop_assert_eq!(open(&seal(&text)), Ok(text));
        }

        #[test]
        fn any_text_is_opened_or_refused(text: String, cut in 0_usize..40) {
            prop_assert!(open(&text).is_err());
            let sealed: String = seal(&text).chars().skip(cut).collect();
            prop_assert_eq!(open(&sealed).is_ok(), cut == 0);
        }
    }

    #[track_caller]
    fn check(stored: &str, expect: EnvelopeError) {
        assert_eq!(open(stored), Err(expect));
    }

    #[test]
    fn damage_is_told_from_newer_versions() {
        let sealed = seal("{\"a\":1}");
        check(&sealed[..sealed.len() - 1], EnvelopeError::Damaged);
        check(&sealed.replace("a", "b"), EnvelopeError::Damaged);
        check(&sealed.replace("HUD1", "HUD2"), EnvelopeError::TooNew);
        check(&sealed.replace("HUD1p", "HUD1x"), EnvelopeError::TooNew);
        check("something else, of another page's", EnvelopeError::Foreign);
    }
}
