//! Enums that are stored by a word each.

/// Declares an enum of codes: its stored words, both ways, and the list of all.
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$of])* $variant,)+
        }

        impl $name {
            /// Every one, in the order in which they are offered.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// The stored word.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::codes::NotACode;

            fn from_str(text: &str) -> Result<$name, $crate::domain::codes::NotACode> {
                $name::ALL.iter().copied().find(|it| it.as_str() == text)
                    .ok_or($crate::domain::codes::NotACode)
            }
        }

        $crate::domain::value::text_scalar!($name);
    };
}
pub(crate) use codes;

/// A text that is not one of the words that are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACode;
