//! What the journal asks of a storage: texts under keys, each write whole or not at all.
//!
//! The browser's local storage is one; tests have one that fails at any call in any way.

/// Why a storage did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It may not be used at all.
    Denied,
    /// There is no room for it.
    Full,
}

/// A storage of texts under keys.
pub trait Storage {
    /// Every key there is.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn keys(&self) -> Result<Vec<String>, Fault>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// Any [`Fault`]; then the key is as it was.
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;

    /// Takes a key away.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn remove(&self, key: &str) -> Result<(), Fault>;
}
