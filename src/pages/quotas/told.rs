//! What a change would come to, told before it is done.

use leptos::prelude::*;

use super::Desk;
use crate::domain::quota::Edit;
use crate::present::quotas::{looked_ahead, words};

/// Edits looked at beforehand: what they would come to in sentences, and whether they can be done.
#[derive(Clone, PartialEq)]
pub(super) struct Preview {
    pub(super) sentences: Vec<String>,
    pub(super) can_be_done: bool,
}

impl Preview {
    /// A sentence about why there is nothing to do yet.
    pub(super) fn missing(sentence: &str) -> Preview {
        Preview { sentences: vec![sentence.to_owned()], can_be_done: false }
    }

    /// What edits of the year would come to.
    pub(super) fn of(desk: Desk, edits: &[Edit]) -> Preview {
        let (lang, year, split) = (desk.lang.get(), desk.year.get(), desk.split.get());
        desk.turn.track();
        let today = desk.app.today().get();
        desk.app.peek(|workspace| match looked_ahead(workspace, year, split, edits, today) {
            Some(Ok((before, after))) => Preview {
                sentences: match edits {
                    [Edit::Grow(_)] => [
                        words::preview(workspace, lang, &before, &after),
                        words::grown(workspace, lang, &before, &after),
                    ]
                    .concat(),
                    _ => words::preview(workspace, lang, &before, &after),
                },
                can_be_done: before != after,
            },
            Some(Err(refused)) => Preview::missing(&words::refused(lang, &refused)),
            None => Preview::missing(""),
        })
    }
}

/// The sentences of a preview that may not be there, and whether it cannot be done.
pub(super) fn parts(preview: Memo<Option<Preview>>) -> (Signal<Vec<String>>, Signal<bool>) {
    let sentences = Signal::derive(move || {
        preview.read().as_ref().map(|it| it.sentences.clone()).unwrap_or_default()
    });
    let disabled = Signal::derive(move || preview.read().as_ref().is_none_or(|it| !it.can_be_done));
    (sentences, disabled)
}

/// The sentences of a preview.
#[component]
pub(super) fn Told(#[prop(into)] sentences: Signal<Vec<String>>) -> impl IntoView {
    let told = move || sentences.get().into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
    view! { <div class="goals__told" role="status" data-testid="quotas-preview">{told}</div> }
}
