//! Leaving the page while something is tried out: it is kept, dropped or left for later, or one stays.

use leptos::prelude::*;

use super::trial::since_words;
use crate::present::format;
use crate::present::meeting::rewound::REWIND_TABLES;
use crate::runtime::app::use_app;
use crate::runtime::branching::Branch;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{Button, ButtonKind, Dialog, Icon};

/// The question; it stands while somebody who wants to leave is held back.
#[component]
pub(super) fn Leaving(branch: Branch) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let wanted = RwSignal::new(None::<Route>);
    let refusal = RwSignal::new(None::<Refusal>);
    let passes = StoredValue::new(false);
    let face = app.face().get_untracked();
    let holds = move |route: Route| {
        let stays = matches!(route, Route::Meeting(MeetingPlace::Rewind(_)));
        // Another face is another page, and nothing of this one is said there.
        let is_same_face = app.face().get_untracked() == face;
        let holds = !stays && is_same_face && !passes.get_value() && branch.waits();
        if holds {
            refusal.set(None);
            wanted.set(Some(route));
        }
        holds
    };
    app.guard_page(Callback::new(holds));
    let stay = move || wanted.set(None);
    let go = move || {
        passes.set_value(true);
        let route = wanted.get_untracked();
        stay();
        route.into_iter().for_each(|it| app.go(it));
    };
    let drop_it = move || {
        branch.discard();
        go();
    };
    let keep = move || match branch.keep() {
        Ok(()) => go(),
        Err(why) => refusal.set(Some(why)),
    };
    let count = Memo::new(move |_| {
        app.track(&REWIND_TABLES);
        branch.steps()
    });
    let steps = move || format::count(lang.get(), count.get() as u64);
    let asks = move || lang.get().branch_leave_note(&since_words(app, branch.begun()), &steps());
    let actions = move || {
        view! {
            <Button
                label=move || lang.get().branch_leave_stay()
                on_press=stay
                attr:data-testid="branch-stay"
            />
            <Button
                label=move || lang.get().branch_leave_later()
                on_press=go
                attr:data-testid="branch-later"
            />
            <Button
                kind=ButtonKind::Danger
                icon=Icon::Close
                label=move || lang.get().branch_discard()
                on_press=drop_it
                attr:data-testid="branch-leave-drop"
            />
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Check
                label=move || lang.get().branch_keep(&steps())
                disabled=Signal::derive(move || count.get() == 0)
                on_press=keep
                attr:data-testid="branch-leave-keep"
            />
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || wanted.read().is_some())
            title=move || lang.get().branch_leave_title()
            on_close=move |()| stay()
            actions
        >
            <p data-testid="branch-leave-note">{asks}</p>
            <crate::pages::common::Refused name="branch-leave-refused" refusal />
        </Dialog>
    }
}
