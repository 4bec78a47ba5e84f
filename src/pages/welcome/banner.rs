//! The banner over sample data, and the way out of it.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::sample::clear::added;
use crate::domain::workspace::Table;
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, Dialog, FormActions, Icon, IconView};

/// Says that the data is a sample, as long as it is.
#[component]
pub fn SampleBanner(
    /// Set when the person wants to leave the sample.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let sample = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings().sample));
    view! {
        <Show when=move || sample.get()>
            <div class="sample-banner" role="note" data-testid="sample-banner">
                <IconView icon=Icon::Info />
                <span>{move || lang.get().sample_banner()}</span>
                <span data-testid="sample-leave">
                    <Button kind=ButtonKind::Link label=move || lang.get().sample_leave() on_press=move |()| asking.set(true) />
                </span>
            </div>
        </Show>
    }
}

/// Asks once more, and says what stays.
#[component]
pub fn LeaveSample(asking: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let leave = move || {
        asking.set(false);
        app.act(Command::ClearSample);
        app.go(Route::Today);
    };
    let actions = move || {
        view! {
            <FormActions name="sample-leave-now" label=move || lang.get().sample_leave_now() on_cancel=move |()| asking.set(false) on_save=move |()| leave() />
        }
    };
    let stays = move || {
        let count = app.peek(added);
        (count != 0).then(|| view! { <p>{move || lang.get().sample_leave_added(count)}</p> })
    };
    view! {
        <Dialog open=asking title=move || lang.get().sample_leave_title() on_close=move |()| asking.set(false) actions>
            <p>{move || lang.get().sample_leave_body()}</p>
            {stays}
        </Dialog>
    }
}
