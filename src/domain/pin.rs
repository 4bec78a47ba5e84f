//! The PIN that leaves a face: kept as a slow salted hash, and wrong tries are made to wait.
//!
//! A PIN of four digits falls to whoever can read the storage of the tablet and try ten thousand
//! hashes; the hash keeps it from being read at a glance, and the waits from being tried out by
//! hand. Waits are told from the time of the last wrong try, which is stored with their number, so
//! that a reload does not end them, nor does a clock that is set back.
//!
//! A forgotten PIN can be set anew after a day. That loses nothing and is no way out for a customer:
//! whoever enters the PIN meanwhile ends the wait, and the manager is told that it was begun. Who can
//! set the tablet's clock forward can also open its storage; the PIN does not keep them out.

use std::fmt::Write;

use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;

/// How often the hash is iterated: a fifth of a second on a tablet.
const ITERATIONS: u32 = 60_000;

/// The shortest and the longest PIN.
pub const LENGTHS: std::ops::RangeInclusive<usize> = 4..=8;

/// Wrong tries that cost nothing.
const FREE_TRIES: u32 = 3;

/// The wait after the first try that costs something, in milliseconds; each further doubles it.
const FIRST_WAIT: u64 = 30_000;

/// The longest wait: an hour.
const LONGEST_WAIT: u64 = 3_600_000;

/// The wait before a forgotten PIN can be set anew: a day.
pub const FORGOTTEN_WAIT: u64 = 86_400_000;

/// That the PIN was said to be forgotten, and what came of it. Moments are in milliseconds since
/// 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// When it was said.
    pub asked: u64,
    /// When that ended, and whether a new PIN was set then; none while it is waited for.
    pub ended: Option<(bool, u64)>,
}

impl Forgotten {
    /// Somebody says so.
    pub fn asked(now: u64) -> Forgotten {
        Forgotten { asked: now, ended: None }
    }

    /// What came of it: a new PIN, or the old one was entered.
    pub fn ended(self, anew: bool, now: u64) -> Forgotten {
        Forgotten { ended: Some((anew, now)), ..self }
    }

    /// Whether it is waited for.
    pub fn is_waiting(&self) -> bool {
        self.ended.is_none()
    }

    /// How long is still to be waited, in milliseconds; a clock that was set back has not waited at
    /// all. One that has ended waits anew.
    pub fn wait(&self, now: u64) -> u64 {
        match self.ended {
            Some(_) => FORGOTTEN_WAIT,
            None => FORGOTTEN_WAIT.saturating_sub(now.saturating_sub(self.asked)),
        }
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        match self.ended {
            None => format!("1 {}", self.asked),
            Some((anew, at)) => {
                format!("1 {} {} {at}", self.asked, if anew { "new" } else { "old" })
            }
        }
    }

    /// As it was stored; `None` where it is not that.
    pub fn from_text(text: &str) -> Option<Forgotten> {
        let parts: Vec<&str> = text.split(' ').collect();
        let ended = |anew, at: &str| Some(Some((anew, at.parse().ok()?)));
        let (asked, ended) = match parts[..] {
            ["1", asked] => (asked, None),
            ["1", asked, "new", at] => (asked, ended(true, at)?),
            ["1", asked, "old", at] => (asked, ended(false, at)?),
            _ => return None,
        };
        Some(Forgotten { asked: asked.parse().ok()?, ended })
    }
}

/// A PIN as it is kept, with the wrong tries since the last right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinLock {
    iterations: u32,
    salt: [u8; 16],
    hash: [u8; 32],
    wrong: u32,
    /// When the last wrong try was made, in milliseconds since 1970.
    last: u64,
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It is the PIN.
    Right,
    /// It is not.
    Wrong,
    /// It was not looked at: so many milliseconds are still to be waited.
    TooSoon(u64),
}

/// Whether a text can be a PIN: four to eight digits.
pub fn is_pin(text: &str) -> bool {
    LENGTHS.contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}

impl PinLock {
    /// Keeps a PIN; the salt is random.
    pub fn new(pin: &str, salt: [u8; 16]) -> PinLock {
        let hash = hashed(pin, &salt, ITERATIONS);
        PinLock { iterations: ITERATIONS, salt, hash, wrong: 0, last: 0 }
    }

    /// How long is still to be waited, in milliseconds.
    pub fn wait(&self, now: u64) -> u64 {
        let Some(over) = self.wrong.checked_sub(FREE_TRIES) else { return 0 };
        let wait = 1_u64.checked_shl(over).and_then(|it| it.checked_mul(FIRST_WAIT));
        let wait = wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
        // A clock that was set back has not waited at all.
        wait.saturating_sub(now.saturating_sub(self.last))
    }

    /// Tries a PIN; what was tried is remembered.
    pub fn try_pin(&mut self, pin: &str, now: u64) -> Tried {
        let wait = self.wait(now);
        if wait != 0 {
            return Tried::TooSoon(wait);
        }
        let tried = hashed(pin, &self.salt, self.iterations);
        // Every byte is looked at, so that the time does not tell how many were right.
        let off = tried.iter().zip(&self.hash).fold(0, |off, (a, b)| off | (a ^ b));
        if off == 0 {
            self.wrong = 0;
            return Tried::Right;
        }
        self.wrong = self.wrong.saturating_add(1);
        self.last = now;
        Tried::Wrong
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        let PinLock { iterations, salt, hash, wrong, last } = self;
        format!("1 {iterations} {} {} {wrong} {last}", hex(salt), hex(hash))
    }

    /// A stored lock; `None` where it is none.
    pub fn from_text(text: &str) -> Option<PinLock> {
        let parts: Vec<&str> = text.split(' ').collect();
        let ["1", iterations, salt, hash, wrong, last] = parts[..] else { return None };
        Some(PinLock {
            iterations: iterations.parse().ok()?,
            salt: bytes(salt)?,
            hash: bytes(hash)?,
            wrong: wrong.parse().ok()?,
            last: last.parse().ok()?,
        })
    }
}

/// PBKDF2 with HMAC-SHA-256 (RFC 8018).
fn hashed(pin: &str, salt: &[u8], iterations: u32) -> [u8; 32] {
    let mut hash = [0; 32];
    pbkdf2_hmac::<Sha256>(pin.as_bytes(), salt, iterations, &mut hash);
    hash
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 7914, section 11: PBKDF2-HMAC-SHA-256 ("passwd", "salt", 1), the first 32 bytes.
    #[test]
    fn the_hash_agrees_with_the_rfc() {
        let expect = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc";
        assert_eq!(hex(&hashed("passwd", b"salt", 1)), expect);
    }

    fn lock() -> PinLock {
        // A few iterations, so that tests do not wait.
        let salt = *b"0123456789abcdef";
        let hash = hashed("2580", &salt, 10);
        PinLock { iterations: 10, salt, hash, wrong: 0, last: 0 }
    }

    #[test]
    fn the_pin_is_not_in_what_is_stored() {
        let lock = PinLock::new("2580", *b"0123456789abcdef");
        let text = lock.to_text();
        assert!(!text.contains("2580"), "{text}");
        assert_eq!(PinLock::from_text(&text), Some(lock));
        assert_eq!(PinLock::from_text("1 2 3"), None);
    }

    #[test]
    fn wrong_tries_wait_longer_and_longer_also_after_a_reload() {
        let mut lock = lock();
        let (mut now, mut waits) = (1_000_000, Vec::new());
        for _ in 0..14 {
            now += lock.wait(now);
            assert_eq!(lock.try_pin("0000", now), Tried::Wrong);
            lock = PinLock::from_text(&lock.to_text()).expect("a lock");
            waits.push(lock.wait(now) / 1000);
        }
        let expect = [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600];
        assert_eq!(waits, expect);
        assert_eq!(lock.try_pin("2580", now), Tried::TooSoon(3_600_000), "also the right one");
        assert_eq!(lock.wait(now - 500_000), 3_600_000, "a clock set back has not waited");
        assert_eq!(lock.try_pin("2580", now + 3_600_000), Tried::Right);
        assert_eq!(lock.wait(now), 0);
    }

    #[test]
    fn a_forgotten_pin_is_set_anew_after_a_day_and_no_sooner() {
        let asked = Forgotten::asked(5_000);
        let waits = [5_000, 3_605_000, 86_404_999, 86_405_000, 1].map(|now| asked.wait(now));
        assert_eq!(waits, [86_400_000, 82_800_000, 1, 0, 86_400_000]);
        let ended = [asked.ended(true, 90_000_000), asked.ended(false, 6_000)];
        for it in [asked, ended[0], ended[1]] {
            assert_eq!(Forgotten::from_text(&it.to_text()), Some(it));
        }
        assert!(ended.iter().all(|it| it.wait(u64::MAX) != 0), "it is waited for once");
        assert_eq!(["", "2 5000", "1 x", "1 5 new"].map(Forgotten::from_text), [None; 4]);
    }

    #[test]
    fn a_pin_is_four_to_eight_digits() {
        for (text, expect) in [
            ("1234", true),
            ("12345678", true),
            ("123", false),
            ("123456789", false),
            ("12a4", false),
        ] {
            assert_eq!(is_pin(text), expect, "{text}");
        }
    }
}
