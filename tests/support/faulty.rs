//! A storage that fails at one chosen call, in a chosen way.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use huddle::journal::port::{Fault, Storage};

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The tab dies before the call takes effect.
    CrashBefore,
    /// The tab dies right after the call took effect.
    CrashAfter,
    /// A write finds no room; others pass.
    Full,
    /// This and every later write finds no room.
    FullFromNowOn,
    /// The call is denied.
    Denied,
    /// A read finds nothing.
    Null,
    /// Of a text only the first so many thousandths are read or written.
    Cut(usize),
    /// A bit of the character at so many thousandths of a text is read or written wrong.
    Flip(usize),
}

pub const FAILURES: &[Failure] = &[
    Failure::CrashBefore,
    Failure::CrashAfter,
    Failure::Full,
    Failure::FullFromNowOn,
    Failure::Denied,
    Failure::Null,
    Failure::Cut(0),
    Failure::Cut(10),
    Failure::Cut(333),
    Failure::Cut(900),
    Failure::Cut(999),
    Failure::Flip(0),
    Failure::Flip(150),
    Failure::Flip(500),
    Failure::Flip(999),
];

/// A storage in memory.
#[derive(Default)]
pub struct Faulty {
    pub texts: RefCell<BTreeMap<String, String>>,
    pub calls: Cell<usize>,
    pub plan: Option<(usize, Failure)>,
    dead: Cell<bool>,
}

impl Faulty {
    pub fn failing(texts: BTreeMap<String, String>, at: usize, failure: Failure) -> Faulty {
        Faulty { texts: RefCell::new(texts), plan: Some((at, failure)), ..Faulty::default() }
    }

    pub fn holding(texts: BTreeMap<String, String>) -> Faulty {
        Faulty { texts: RefCell::new(texts), ..Faulty::default() }
    }

    /// Whether the tab has died.
    pub fn is_dead(&self) -> bool {
        self.dead.get()
    }

    /// The failure of this call, if it is to fail.
    fn turn(&self) -> Option<Failure> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        match self.plan {
            _ if self.dead.get() => Some(Failure::Denied),
            Some((at, failure)) if at == call => Some(failure),
            Some((at, Failure::FullFromNowOn)) if at < call => Some(Failure::FullFromNowOn),
            _ => None,
        }
    }

    fn die(&self) -> Fault {
        self.dead.set(true);
        Fault::Denied
    }
}

fn spoil(text: &str, failure: Failure) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let place = |thousandths: usize| characters.len() * thousandths / 1000;
    match failure {
        Failure::Cut(thousandths) => characters.truncate(place(thousandths)),
        Failure::Flip(thousandths) => {
            let place = place(thousandths).min(characters.len().saturating_sub(1));
            if let Some(character) = characters.get_mut(place) {
                *character = char::from_u32(*character as u32 ^ 1).unwrap_or('x');
            }
        }
        _ => {}
    }
    characters.into_iter().collect()
}

impl Storage for Faulty {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let keys = || Ok(self.texts.borrow().keys().cloned().collect());
        match self.turn() {
            None
            | Some(Failure::Full | Failure::FullFromNowOn | Failure::Cut(_) | Failure::Flip(_)) => {
                keys()
            }
            Some(Failure::Null) => Ok(Vec::new()),
            Some(Failure::Denied) => Err(Fault::Denied),
            Some(Failure::CrashBefore | Failure::CrashAfter) => Err(self.die()),
        }
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        let text = self.texts.borrow().get(key).cloned();
        match self.turn() {
            None | Some(Failure::Full | Failure::FullFromNowOn) => Ok(text),
            Some(Failure::Null) => Ok(None),
            Some(Failure::Denied) => Err(Fault::Denied),
            Some(Failure::CrashBefore | Failure::CrashAfter) => Err(self.die()),
            Some(failure) => Ok(text.map(|it| spoil(&it, failure))),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        let put = |text: String| {
            self.texts.borrow_mut().insert(key.to_owned(), text);
        };
        match self.turn() {
            None | Some(Failure::Null) => put(text.to_owned()),
            Some(Failure::Full | Failure::FullFromNowOn) => return Err(Fault::Full),
            Some(Failure::Denied) => return Err(Fault::Denied),
            Some(Failure::CrashBefore) => return Err(self.die()),
            Some(Failure::CrashAfter) => {
                put(text.to_owned());
                return Err(self.die());
            }
            Some(failure) => put(spoil(text, failure)),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        let take = || drop(self.texts.borrow_mut().remove(key));
        match self.turn() {
            Some(Failure::Denied) => return Err(Fault::Denied),
            Some(Failure::CrashBefore) => return Err(self.die()),
            Some(Failure::CrashAfter) => {
                take();
                return Err(self.die());
            }
            _ => take(),
        }
        Ok(())
    }
}
