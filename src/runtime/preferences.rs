//! What this tablet remembers for itself: language, theme, the last backup. Not part of a team's
//! data, and nothing is lost when it cannot be stored. Only what guards the tablet, its face and its
//! PIN, has to be stored before it counts; so do whom the next answers are from.

use super::platform::shell;
use super::storage::BrowserStorage;
use crate::domain::face::Face;
use crate::i18n::Lang;
use crate::journal::port::{Fault, Storage};

const LANG: &str = "huddle/ui/lang";
const THEME: &str = "huddle/ui/theme";
const BACKUP: &str = "huddle/ui/backup";
const TURN: &str = "huddle/ui/draft-turn";
const PIN: &str = "huddle/ui/pin";
const FORGOTTEN: &str = "huddle/ui/pin-forgotten";
const BY_HAND: &str = "huddle/ui/by-hand";
const TRIAL: &str = "huddle/ui/what-if";
const ASKED: &str = "huddle/ui/asked";
/// Where the face is kept; other tabs follow it.
pub(super) const FACE: &str = "huddle/ui/face";

/// How the page looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the tablet is set.
    #[default]
    Auto,
    /// Paper and ink.
    Light,
    /// Warm charcoal.
    Dark,
    /// The strongest contrast.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The theme of a name.
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

fn read(key: &str) -> Option<String> {
    BrowserStorage.get(key).ok().flatten()
}

/// Keeps a preference where that is possible; it is no loss where it is not.
fn keep(key: &str, value: &str) {
    let _ = BrowserStorage.set(key, value);
}

/// The language chosen here, or else the browser's.
pub(super) fn lang() -> Lang {
    let tag = read(LANG).unwrap_or_else(shell::browser_language);
    Lang::from_tag(&tag)
}

pub(super) fn keep_lang(lang: Lang) {
    keep(
        LANG,
        match lang {
            Lang::En => "en",
            Lang::Zh => "zh",
        },
    );
    show_lang(lang);
}

/// Shows a language without remembering it.
pub(super) fn show_lang(lang: Lang) {
    shell::set_page_language(lang.tag());
}

pub(super) fn theme() -> Theme {
    read(THEME).and_then(|it| Theme::named(&it)).unwrap_or_default()
}

pub(super) fn keep_theme(theme: Theme) {
    keep(THEME, theme.as_str());
    shell::set_page_theme(theme.as_str());
}

/// When the last backup was made here, in milliseconds since 1970.
pub(super) fn last_backup() -> Option<u64> {
    read(BACKUP)?.parse().ok()
}

pub(super) fn keep_last_backup(millis: u64) {
    keep(BACKUP, &millis.to_string());
}

/// How far the clock of a draft's turn was: the turn, and the milliseconds gone by.
pub(super) fn turn_spent() -> Option<(String, u64)> {
    let kept = read(TURN)?;
    let (turn, spent) = kept.rsplit_once(' ')?;
    Some((turn.to_owned(), spent.parse().ok()?))
}

pub(super) fn keep_turn_spent(turn: &str, spent: u64) {
    keep(TURN, &[turn, &spent.to_string()].join(" "));
}

/// The face that the tablet shows; one of another version shows no more than the room.
///
/// # Errors
/// The [`Fault`], where nothing can be read; then nobody knows.
pub(super) fn face() -> Result<Face, Fault> {
    let kept = BrowserStorage.get(FACE)?;
    Ok(kept.map_or(Face::Manager, |it| it.parse().unwrap_or(Face::Room)))
}

/// Keeps the face. The manager's is that of a tablet that keeps none, so that the way back needs no
/// room.
pub(super) fn keep_face(face: Face) -> Result<(), Fault> {
    keep_or_remove(FACE, (!face.is_manager()).then(|| face.to_string()).as_deref())
}

/// The PIN as it is kept; none where there is none.
pub(super) fn pin() -> Option<String> {
    read(PIN)
}

pub(super) fn keep_pin(lock: Option<&str>) -> Result<(), Fault> {
    keep_or_remove(PIN, lock)
}

/// That the PIN was said to be forgotten, as it is kept.
pub(super) fn forgotten() -> Option<String> {
    read(FORGOTTEN)
}

pub(super) fn keep_forgotten(forgotten: Option<&str>) -> Result<(), Fault> {
    keep_or_remove(FORGOTTEN, forgotten)
}

/// What the customer who has the tablet is asked about.
pub(super) fn asked() -> Option<String> {
    read(ASKED)
}

pub(super) fn keep_asked(about: Option<&str>) -> Result<(), Fault> {
    keep_or_remove(ASKED, about)
}

/// What is tried out and neither kept nor dropped, as it is kept.
pub(super) fn trial() -> Option<String> {
    read(TRIAL)
}

pub(super) fn keep_trial(trial: Option<&str>) -> Result<(), Fault> {
    keep_or_remove(TRIAL, trial)
}

/// Who was chosen by hand in place of a proposal that is not accepted yet.
pub(super) fn by_hand() -> Option<String> {
    read(BY_HAND)
}

pub(super) fn keep_by_hand(chosen: Option<&str>) {
    // The choices stay on the page where they cannot be stored.
    let _ = keep_or_remove(BY_HAND, chosen);
}

fn keep_or_remove(key: &str, value: Option<&str>) -> Result<(), Fault> {
    match value {
        Some(value) => BrowserStorage.set(key, value),
        None => BrowserStorage.remove(key),
    }
}
