//! The sheets of a workbook as text, and as bytes between the page and its worker.

/// What stands between the cells of a sheet's text: the unit separator, which no keyboard types.
pub const BETWEEN_CELLS: u8 = 0x1f;

/// The largest workbook taken, in bytes; packed as it is, it holds several times that.
pub const LARGEST: usize = 64 << 20;

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name in the workbook.
    pub name: String,
    /// Its rows as lines, its cells parted by [`BETWEEN_CELLS`] and quoted where they must be.
    /// Lines are numbered as the sheet's rows: an empty row is an empty line.
    pub text: String,
}

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is cut off, spoilt, or an archive that is no workbook.
    Damaged,
    /// It is protected by a password.
    Locked,
    /// It is larger than [`LARGEST`], packed or unpacked.
    TooLarge,
    /// Nothing here reads workbooks: the browser has no worker.
    NotHere,
}

/// Whether a file begins as a workbook does: as a ZIP archive or as a compound file.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// What a file is called among those of an import: a workbook of one sheet as itself.
pub fn name_of(file: &str, sheets: &[Sheet], sheet: &Sheet) -> String {
    match sheets.len() {
        1 => file.to_owned(),
        _ => format!("{file} · {}", sheet.name),
    }
}

const DAMAGED: u8 = 1;
const LOCKED: u8 = 2;
const TOO_LARGE: u8 = 3;
const NOT_HERE: u8 = 4;

/// The bytes of what was read: a number for why not, or a zero and then names and texts, each
/// behind its length.
pub fn to_bytes(read: &Result<Vec<Sheet>, Unreadable>) -> Vec<u8> {
    let sheets = match read {
        Ok(sheets) => sheets,
        Err(Unreadable::Damaged) => return vec![DAMAGED],
        Err(Unreadable::Locked) => return vec![LOCKED],
        Err(Unreadable::TooLarge) => return vec![TOO_LARGE],
        Err(Unreadable::NotHere) => return vec![NOT_HERE],
    };
    let mut bytes = vec![0];
    for part in sheets.iter().flat_map(|it| [&it.name, &it.text]) {
        // No text comes near four gigabytes: all of them together are bounded by `LARGEST`.
        bytes.extend_from_slice(&(part.len() as u32).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

/// What was read, out of its bytes; nothing where they are none of [`to_bytes`].
pub fn of_bytes(bytes: &[u8]) -> Option<Result<Vec<Sheet>, Unreadable>> {
    let mut rest = match bytes {
        [0, rest @ ..] => rest,
        [DAMAGED] => return Some(Err(Unreadable::Damaged)),
        [LOCKED] => return Some(Err(Unreadable::Locked)),
        [TOO_LARGE] => return Some(Err(Unreadable::TooLarge)),
        [NOT_HERE] => return Some(Err(Unreadable::NotHere)),
        _ => return None,
    };
    let mut sheets = Vec::new();
    while !rest.is_empty() {
        sheets.push(Sheet { name: part(&mut rest)?, text: part(&mut rest)? });
    }
    Some(Ok(sheets))
}

fn part(rest: &mut &[u8]) -> Option<String> {
    let (length, after) = rest.split_first_chunk::<4>()?;
    let (text, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    *rest = after;
    String::from_utf8(text.to_vec()).ok()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_cannot_be_read_says_why_across_threads() {
        use Unreadable::{Damaged, Locked, NotHere, TooLarge};
        for why in [Damaged, Locked, TooLarge, NotHere] {
            assert_eq!(of_bytes(&to_bytes(&Err(why))), Some(Err(why)));
        }
        for foreign in [&b""[..], b"\x09", b"\x01\x01", b"\0\x05\0\0\0ab"] {
            assert_eq!(of_bytes(foreign), None);
        }
    }

    proptest! {
        #[test]
        fn sheets_cross_threads_unchanged(parts in prop::collection::vec((".{0,9}", ".{0,30}"), 0..5)) {
            let sheets: Vec<Sheet> =
                parts.into_iter().map(|(name, text)| Sheet { name, text }).collect();
            prop_assert_eq!(of_bytes(&to_bytes(&Ok(sheets.clone()))), Some(Ok(sheets)));
        }
    }
}
