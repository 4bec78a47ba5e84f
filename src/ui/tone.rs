//! What a figure, a mark or a word means: plain, good, warning or bad.
//!
//! A tone is a colour, so whoever uses it also says the same by a word or a shape.

/// The meaning of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tone {
    /// No judgement.
    #[default]
    Plain,
    /// The thing in hand: the accent.
    Accent,
    /// As hoped.
    Good,
    /// Late, or soon to be.
    Warn,
    /// Lost, refused or broken.
    Bad,
}

impl Tone {
    /// The value of the `data-tone` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Accent => "accent",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}
