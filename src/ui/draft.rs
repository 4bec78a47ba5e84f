//! A form over a draft: what is filled in, whether it stands open, why it was not taken.
//!
//! A draft is not the record: it becomes one only when it is saved.

use leptos::prelude::*;

/// A form that opens with a draft and closes once it is saved or given up. `E` is why it was not
/// taken.
pub struct Form<T: 'static, E: 'static> {
    /// What is filled in.
    pub draft: RwSignal<T>,
    open: RwSignal<bool>,
    refusal: RwSignal<Option<E>>,
}

impl<T, E> Clone for Form<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, E> Copy for Form<T, E> {}

impl<T, E> Form<T, E>
where
    T: Clone + Default + Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    /// A closed form.
    pub fn closed() -> Form<T, E> {
        Form {
            draft: RwSignal::new(T::default()),
            open: RwSignal::new(false),
            refusal: RwSignal::new(None),
        }
    }

    /// Opens with a draft.
    pub fn show(self, draft: T) {
        self.draft.set(draft);
        self.refusal.set(None);
        self.open.set(true);
    }

    /// Closes without saving.
    pub fn close(self) {
        self.open.set(false);
    }

    /// Closes if what was filled in was taken, or says why not.
    pub fn settle(self, outcome: Result<(), E>) {
        match outcome {
            Ok(()) => self.open.set(false),
            Err(why) => self.refusal.set(Some(why)),
        }
    }

    /// Whether it stands open.
    pub fn is_open(self) -> Signal<bool> {
        self.open.into()
    }

    /// Why the draft was not taken.
    pub fn refusal(self) -> Signal<Option<E>> {
        self.refusal.into()
    }

    /// The text at a place of the draft, and the way to change it there.
    pub fn text(self, slot: fn(&mut T) -> &mut String) -> (Signal<String>, Callback<String>) {
        let draft = self.draft;
        let value = Signal::derive(move || std::mem::take(slot(&mut draft.get())));
        let on_input = Callback::new(move |text| draft.update(|draft| *slot(draft) = text));
        (value, on_input)
    }
}
