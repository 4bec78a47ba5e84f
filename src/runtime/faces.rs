//! Which face the tablet shows, and the PIN that leaves it.
//!
//! Face and PIN belong to the tablet and lie beside its other preferences. The face is followed
//! over all tabs, so that no tab behind the one in the customer's hands shows more.

use leptos::prelude::*;

use super::app::App;
use super::platform::clock;
use super::preferences;
use super::refusal::Refusal;
use super::route::Route;
use crate::domain::face::{Face, Matter};
use crate::domain::pin::{Forgotten, Moment, PinLock, Tried};
use crate::i18n::Lang;
use crate::journal::port::Fault;

/// Why the tablet does not turn to another face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTurned {
    /// A customer gets the tablet only once there is a PIN to take it back.
    NoPin,
    /// The PIN is not right.
    WrongPin,
    /// So many milliseconds are still to be waited.
    TooSoon(u64),
    /// The browser did not store it, so it does not count.
    NotKept,
    /// Only the manager's face does this.
    NotOnThisFace,
}

impl NotTurned {
    /// The sentence for people: what is wrong and what to do.
    pub fn words(self, lang: Lang) -> String {
        match self {
            NotTurned::NoPin => lang.pin_needed().to_owned(),
            NotTurned::WrongPin => lang.pin_wrong().to_owned(),
            NotTurned::TooSoon(millis) => lang.pin_wait(&millis.div_ceil(1000).to_string()),
            NotTurned::NotKept => lang.face_not_kept().to_owned(),
            NotTurned::NotOnThisFace => lang.refused_on_this_face().to_owned(),
        }
    }
}

impl From<Fault> for NotTurned {
    fn from(_: Fault) -> NotTurned {
        NotTurned::NotKept
    }
}

impl App {
    /// The face that the tablet shows.
    pub fn face(self) -> Signal<Face> {
        self.face.into()
    }

    /// Whether the face may see something.
    pub fn may_see(self, matter: Matter) -> bool {
        self.face.get().may_see(matter)
    }

    /// Refuses what takes the data as a whole away or brings it back, where the face may not see it;
    /// a page that offers it by mistake gives nothing.
    pub(super) fn check_may_take_data(self) -> Result<(), Refusal> {
        match self.face.get_untracked().may_see(Matter::Data) {
            true => Ok(()),
            false => Err(Refusal::NotOnThisFace),
        }
    }
}

/// Whether a PIN is set on this tablet.
pub fn has_pin() -> bool {
    lock().is_some()
}

/// Sets the PIN of this tablet, or takes it away: on the manager's face at any time, on another one
/// once a forgotten PIN has been waited for.
///
/// # Errors
/// [`NotTurned`] where that is not so, or it could not be stored; then the PIN is as it was.
pub fn set_pin(app: App, pin: Option<&str>) -> Result<(), NotTurned> {
    if !app.face.get_untracked().is_manager() {
        match forgotten().map(|it| it.wait(clock::now())) {
            Some(0) if pin.is_some() => {}
            Some(wait @ 1..) => return Err(NotTurned::TooSoon(wait)),
            Some(0) | None => return Err(NotTurned::NotOnThisFace),
        }
    }
    let lock = pin.map(|pin| {
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&clock::random_bits().to_le_bytes());
        salt[8..].copy_from_slice(&clock::random_bits().to_le_bytes());
        PinLock::new(pin, salt)
    });
    Ok(preferences::keep_pin(lock.map(|it| it.to_text()).as_deref())?)
}

/// How long is still to be waited before another try, in milliseconds.
pub fn wait(app: App) -> u64 {
    let Some(mut lock) = lock() else { return 0 };
    let known = lock.clone();
    let wait = app.pin_watch.try_update_value(|watch| lock.wait(watch, moment()));
    // What is not kept here is kept with the next try.
    if lock != known {
        let _ = preferences::keep_pin(Some(&lock.to_text()));
    }
    wait.unwrap_or_default()
}

/// Now, by both clocks.
fn moment() -> Moment {
    Moment { tablet: clock::now(), page: clock::since_opened() }
}

/// That the PIN was said to be forgotten; none where nobody said so.
pub fn forgotten() -> Option<Forgotten> {
    Forgotten::from_text(&preferences::forgotten()?)
}

/// Says that the PIN is forgotten: after the wait it can be set anew.
///
/// # Errors
/// [`NotTurned::NotKept`].
pub fn forget_pin() -> Result<(), NotTurned> {
    keep_forgotten(Forgotten::asked(clock::now()))
}

/// What was said of a forgotten PIN has been read.
pub fn forgotten_was_read() {
    let _ = preferences::keep_forgotten(None);
}

/// Sets a forgotten PIN anew once that has been waited for, and takes the tablet back.
///
/// # Errors
/// [`NotTurned`]; then nothing has changed.
pub fn set_forgotten_pin(app: App, pin: &str) -> Result<(), NotTurned> {
    set_pin(app, Some(pin))?;
    if let Some(asked) = forgotten() {
        keep_forgotten(asked.ended(true, clock::now()))?;
    }
    show(app, Face::Manager)?;
    app.replace(Route::Faces);
    Ok(())
}

fn keep_forgotten(forgotten: Forgotten) -> Result<(), NotTurned> {
    Ok(preferences::keep_forgotten(Some(&forgotten.to_text()))?)
}

/// Turns the tablet to a face that sees less, and goes where it begins.
///
/// # Errors
/// [`NotTurned::NoPin`] where a customer would get the tablet without a PIN to take it back;
/// [`NotTurned::NotKept`] where a reload would show the face of before.
pub fn turn(app: App, face: Face) -> Result<(), NotTurned> {
    if matches!(face, Face::Client(_)) && !has_pin() {
        return Err(NotTurned::NoPin);
    }
    show(app, face)?;
    app.replace(home(face));
    Ok(())
}

/// Takes the tablet back to the manager's face.
///
/// # Errors
/// [`NotTurned`] where the PIN is wrong or cannot be tried yet.
pub fn take_back(app: App, pin: &str) -> Result<(), NotTurned> {
    let before = app.face.get_untracked();
    if let Some(mut lock) = lock() {
        let known = lock.clone();
        let tried = app.pin_watch.try_update_value(|watch| lock.try_pin(pin, watch, moment()));
        let tried = tried.unwrap_or(Tried::Wrong);
        let kept = match lock == known {
            true => Ok(()),
            false => preferences::keep_pin(Some(&lock.to_text())),
        };
        match (tried, kept) {
            (Tried::Right, _) => {}
            (Tried::TooSoon(wait), _) => return Err(NotTurned::TooSoon(wait)),
            // A try that is not counted tells nothing.
            (Tried::Wrong, Err(_)) => return Err(NotTurned::NotKept),
            (Tried::Wrong, Ok(())) => return Err(NotTurned::WrongPin),
        }
        // Who has the PIN ends the wait for a new one, and is told that somebody began it.
        if let Some(asked) = forgotten().filter(|it| it.is_waiting()) {
            let _ = keep_forgotten(asked.ended(false, clock::now()));
        }
    }
    show(app, Face::Manager)?;
    app.replace(match before {
        Face::Client(survey) => Route::Survey(survey, None),
        Face::Rep(person) => Route::Growth(person, Default::default()),
        Face::Room | Face::Manager => Route::Today,
    });
    Ok(())
}

/// Where a face begins.
pub fn home(face: Face) -> Route {
    match face {
        Face::Manager | Face::Room => Route::Today,
        Face::Rep(person) => Route::Growth(person, Default::default()),
        Face::Client(survey) => Route::Kiosk(survey),
    }
}

/// A face counts once it is stored: a reload and every other tab show the same.
fn show(app: App, face: Face) -> Result<(), NotTurned> {
    preferences::keep_face(face)?;
    app.hush();
    app.face.set(face);
    Ok(())
}

/// Another tab has turned the tablet, perhaps while this one slept. Where nothing can be read, the
/// face stays as it is.
pub(super) fn follow(app: App) {
    let Ok(face) = preferences::face() else { return };
    if app.face.get_untracked() != face {
        app.hush();
        app.face.set(face);
        app.replace(home(face));
    }
}

fn lock() -> Option<PinLock> {
    PinLock::from_text(&preferences::pin()?)
}
