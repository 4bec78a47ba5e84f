//! The PIN that leaves a face: kept as a slow salted hash, and wrong tries are made to wait.
//!
//! A PIN of four digits falls to whoever can read the storage of the tablet and try ten thousand
//! hashes; the hash keeps it from being read at a glance, and the waits from being tried out by
//! hand. While a page lives, a wait is counted by the page's own clock, which nobody can set; where
//! the tablet's clock goes another way meanwhile, because somebody set it or the tablet slept, the
//! wait begins anew. The number of wrong tries and the time of the last are stored, so that a reload
//! does not end a wait: the next page takes off what went by on the tablet's clock, but for the
//! first wait, which is waited in any case.
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

/// A moment by both clocks, in milliseconds: that of the tablet since 1970, which can be set, and that
/// of the page since it opened, which cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// By the tablet's clock.
    pub tablet: u64,
    /// By the page's clock.
    pub page: u64,
}

/// So far may both clocks part before it counts as a jump, in milliseconds: browsers round, and clocks
/// are put right.
const SLACK: u64 = 10_000;

/// What a page saw of a wait; it is gone with the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch(Option<Watched>);

/// A wait that a page watches.
#[derive(Clone, Copy, Debug)]
struct Watched {
    /// After how many wrong tries, the last of them when: another try is another wait.
    tries: (u32, u64),
    /// When the page began to watch.
    begun: Moment,
    /// How much was to be waited then.
    left: u64,
}

impl Watched {
    /// Whether one clock went another way than the other.
    fn has_jumped(&self, now: Moment) -> bool {
        let went = |from: u64, to: u64| i128::from(to) - i128::from(from);
        let apart = went(self.begun.tablet, now.tablet) - went(self.begun.page, now.page);
        u128::from(SLACK) < apart.unsigned_abs()
    }
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

    /// How long is still to be waited, in milliseconds. Where a clock has jumped, the last wrong try
    /// counts as made now, which is to be stored.
    pub fn wait(&mut self, watch: &mut Watch, now: Moment) -> u64 {
        let whole = self.whole_wait();
        let tries = (self.wrong, self.last);
        match watch.0.filter(|it| it.tries == tries) {
            Some(watched) if !watched.has_jumped(now) => {
                watched.left.saturating_sub(now.page.saturating_sub(watched.begun.page))
            }
            Some(_) if whole != 0 => {
                self.last = now.tablet;
                self.begin(watch, now, whole)
            }
            // A clock that was set back has not waited at all.
            _ => {
                let left = whole.saturating_sub(now.tablet.saturating_sub(self.last));
                self.begin(watch, now, left.max(whole.min(FIRST_WAIT)))
            }
        }
    }

    /// Watches a wait from now on, of which so much is left.
    fn begin(&self, watch: &mut Watch, now: Moment, left: u64) -> u64 {
        watch.0 = Some(Watched { tries: (self.wrong, self.last), begun: now, left });
        left
    }

    /// The wait after as many wrong tries.
    fn whole_wait(&self) -> u64 {
        let Some(over) = self.wrong.checked_sub(FREE_TRIES) else { return 0 };
        let wait = 1_u64.checked_shl(over).and_then(|it| it.checked_mul(FIRST_WAIT));
        wait.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
    }

    /// Tries a PIN; what was tried is remembered.
    pub fn try_pin(&mut self, pin: &str, watch: &mut Watch, now: Moment) -> Tried {
        let wait = self.wait(watch, now);
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
        self.last = now.tablet;
        self.begin(watch, now, self.whole_wait());
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
mod tests;
