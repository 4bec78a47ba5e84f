//! The PIN: its hash, and waits that no clock shortens.

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

/// A tablet with its clock, the page that is open, and the lock as it is stored.
struct Tablet {
    stored: String,
    watch: Watch,
    now: Moment,
}

impl Tablet {
    fn new() -> Tablet {
        let now = Moment { tablet: 1_000_000, page: 0 };
        Tablet { stored: lock().to_text(), watch: Watch::default(), now }
    }

    fn with<T>(&mut self, look: impl FnOnce(&mut PinLock, &mut Watch, Moment) -> T) -> T {
        let mut lock = PinLock::from_text(&self.stored).expect("a lock");
        let found = look(&mut lock, &mut self.watch, self.now);
        self.stored = lock.to_text();
        found
    }

    fn wait(&mut self) -> u64 {
        self.with(|lock, watch, now| lock.wait(watch, now))
    }

    fn enter(&mut self, pin: &str) -> Tried {
        self.with(|lock, watch, now| lock.try_pin(pin, watch, now))
    }

    fn goes_by(&mut self, millis: u64) {
        self.now.tablet += millis;
        self.now.page += millis;
    }

    fn reload(&mut self) {
        self.watch = Watch::default();
        self.now.page = 0;
    }
}

/// After so many wrong tries, each made as soon as it may be.
fn tried(times: usize) -> Tablet {
    let mut tablet = Tablet::new();
    for _ in 0..times {
        let wait = tablet.wait();
        tablet.goes_by(wait);
        assert_eq!(tablet.enter("0000"), Tried::Wrong);
    }
    tablet
}

// By hand: two are free, then half a minute doubles up to an hour.
#[test]
fn wrong_tries_wait_longer_and_longer_also_after_a_reload() {
    let expect = [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600, 3600];
    for (place, seconds) in expect.into_iter().enumerate() {
        let mut tablet = tried(place + 1);
        assert_eq!(tablet.wait(), seconds * 1_000, "{place}");
        tablet.reload();
        assert_eq!(tablet.wait(), seconds * 1_000, "{place}, after a reload");
    }
    let mut tablet = tried(10);
    assert_eq!(tablet.enter("2580"), Tried::TooSoon(3_600_000), "also the right one");
    tablet.goes_by(3_600_000);
    assert_eq!((tablet.enter("2580"), tablet.wait()), (Tried::Right, 0));
}

#[test]
fn a_clock_that_is_set_shortens_no_wait() {
    for (jump, name) in [(86_400_000_i64, "forward"), (-900_000, "back")] {
        let mut tablet = tried(6);
        tablet.goes_by(100_000);
        assert_eq!(tablet.wait(), 140_000, "{name}");
        tablet.now.tablet = tablet.now.tablet.saturating_add_signed(jump);
        assert_eq!(tablet.wait(), 240_000, "{name}: it begins anew");
        tablet.goes_by(40_000);
        assert_eq!(tablet.wait(), 200_000, "{name}");
        tablet.reload();
        assert_eq!(tablet.wait(), 200_000, "{name}, after a reload");
    }
}

#[test]
fn a_clock_that_is_set_while_no_page_is_open_leaves_the_first_wait() {
    let mut tablet = tried(10);
    tablet.reload();
    tablet.now.tablet += 86_400_000;
    assert_eq!(tablet.wait(), 30_000);
    tablet.goes_by(29_000);
    assert_eq!(tablet.wait(), 1_000);
    tablet.now.tablet -= 90_000_000;
    tablet.reload();
    assert_eq!(tablet.wait(), 3_600_000, "a clock set back has not waited");
}

#[test]
fn a_clock_that_is_put_right_by_seconds_changes_nothing() {
    let mut tablet = tried(4);
    tablet.now.tablet += 9_000;
    tablet.goes_by(1_000);
    assert_eq!(tablet.wait(), 59_000);
    let mut free = tried(2);
    free.now.tablet += 86_400_000;
    assert_eq!(free.wait(), 0, "two tries are free");
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
    for (text, expect) in
        [("1234", true), ("12345678", true), ("123", false), ("123456789", false), ("12a4", false)]
    {
        assert_eq!(is_pin(text), expect, "{text}");
    }
}
