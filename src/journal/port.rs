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

/// A storage in memory, for files of stored keys and for tests.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage(std::cell::RefCell<std::collections::BTreeMap<String, String>>);

impl MemoryStorage {
    /// A storage that holds these texts.
    pub fn of(texts: impl IntoIterator<Item = (String, String)>) -> MemoryStorage {
        MemoryStorage(std::cell::RefCell::new(texts.into_iter().collect()))
    }
}

impl Storage for MemoryStorage {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
