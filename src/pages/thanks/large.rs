//! Praise or an award, large enough for everybody in the room, with a moment of celebration. The
//! moment is an ornament: it is not drawn where the team wants it quiet, and it does not move where
//! the person wants no motion.

use leptos::prelude::*;

use super::Desk;
use crate::ui::{Button, ButtonKind, Dialog, use_lang};

/// So many shapes rise.
const SHAPES: usize = 12;

#[component]
pub(super) fn Large(desk: Desk) -> impl IntoView {
    let Desk { view, large, .. } = desk;
    let title = move || large.read().as_ref().map(|it| it.title.clone()).unwrap_or_default();
    let body = move || {
        let shown = large.get().unwrap_or_default();
        let cheer = (!view.read().quiet).then(|| {
            let shape = |_| view! { <span class="thanks__shape"></span> };
            view! {
                <div class="thanks__cheer" aria-hidden="true" data-testid="thanks-cheer">
                    {(0..SHAPES).map(shape).collect_view()}
                </div>
            }
        });
        view! {
            <div class="thanks__large" data-testid="praise-large">
                {cheer}
                <p class="thanks__large-text">{shown.text}</p>
                <p class="thanks__large-value">{shown.value}</p>
                <p class="list__note">{shown.note}</p>
            </div>
        }
    };
    view! {
        <LargeDialog
            open=Signal::derive(move || large.read().is_some())
            title=Signal::derive(title)
            name="praise-close"
            on_close=move |()| large.set(None)
        >
            {body}
        </LargeDialog>
    }
}

/// What is shown to everybody in the room, with one way to close it.
#[component]
pub(super) fn LargeDialog(
    /// Whether it is shown.
    open: Signal<bool>,
    /// What it is.
    title: Signal<String>,
    /// What tests know the way out by.
    name: &'static str,
    /// Runs when it is closed.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <Dialog
            open
            title
            on_close
            actions=move || view! {
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().close()
                    on_press=on_close
                    attr:data-testid=name
                />
            }
        >
            {children()}
        </Dialog>
    }
}
