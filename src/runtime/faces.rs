//! Which face the tablet shows, and the PIN that leaves it.
//!
//! Face and PIN belong to the tablet and lie beside its other preferences. The face is followed
//! over all tabs, so that no tab behind the one in the customer's hands shows more.

use leptos::prelude::*;

use super::app::App;
use super::platform::clock;
use super::preferences;
use super::route::Route;
use crate::domain::face::{Face, Matter};
use crate::domain::pin::{PinLock, Tried};

/// Why the tablet does not turn to another face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTurned {
    /// A customer gets the tablet only once there is a PIN to take it back.
    NoPin,
    /// The PIN is not right.
    WrongPin,
    /// So many milliseconds are still to be waited.
    TooSoon(u64),
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
}

/// Whether a PIN is set on this tablet.
pub fn has_pin() -> bool {
    lock().is_some()
}

/// Sets the PIN of this tablet, or takes it away.
pub fn set_pin(pin: Option<&str>) {
    let lock = pin.map(|pin| {
        let mut salt = [0; 16];
        salt[..8].copy_from_slice(&clock::random_bits().to_le_bytes());
        salt[8..].copy_from_slice(&clock::random_bits().to_le_bytes());
        PinLock::new(pin, salt)
    });
    preferences::keep_pin(lock.map(|it| it.to_text()).as_deref());
}

/// How long is still to be waited before another try, in milliseconds.
pub fn wait() -> u64 {
    lock().map_or(0, |it| it.wait(clock::now()))
}

/// Turns the tablet to a face that sees less, and goes where it begins.
///
/// # Errors
/// [`NotTurned::NoPin`] where a customer would get the tablet without a PIN to take it back.
pub fn turn(app: App, face: Face) -> Result<(), NotTurned> {
    if matches!(face, Face::Client(_)) && !has_pin() {
        return Err(NotTurned::NoPin);
    }
    show(app, face);
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
        let tried = lock.try_pin(pin, clock::now());
        preferences::keep_pin(Some(&lock.to_text()));
        match tried {
            Tried::Right => {}
            Tried::Wrong => return Err(NotTurned::WrongPin),
            Tried::TooSoon(wait) => return Err(NotTurned::TooSoon(wait)),
        }
    }
    show(app, Face::Manager);
    app.replace(match before {
        Face::Client(survey) => Route::Survey(survey),
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

fn show(app: App, face: Face) {
    preferences::keep_face(&face.to_string());
    app.hush();
    app.face.set(face);
}

/// Another tab has turned the tablet.
pub(super) fn follow(app: App) {
    let face = preferences::face();
    if app.face.get_untracked() != face {
        app.hush();
        app.face.set(face);
        app.replace(home(face));
    }
}

fn lock() -> Option<PinLock> {
    PinLock::from_text(&preferences::pin()?)
}
