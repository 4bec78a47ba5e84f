//! The kinds of activities as a row of buttons, one of which may be in.

use leptos::prelude::*;

use crate::domain::activity::ActivityKind;
use crate::runtime::app::use_app;
use crate::ui::{Icon, IconView};

/// One tap chooses a kind.
#[component]
pub fn Kinds(
    /// The kind that is in.
    #[prop(into)]
    chosen: Signal<Option<ActivityKind>>,
    /// Tells what was tapped.
    #[prop(into)]
    on_choose: Callback<ActivityKind>,
) -> impl IntoView {
    let lang = use_app().lang();
    let kind = move |kind: ActivityKind| {
        view! {
            <button
                type="button"
                class="chip chip--choice"
                data-testid=format!("kind-{kind}")
                aria-pressed=move || if chosen.get() == Some(kind) { "true" } else { "false" }
                on:click=move |_| on_choose.run(kind)
            >
                <IconView icon=icon(kind) />
                {move || lang.get().activity_kind(kind)}
            </button>
        }
    };
    view! {
        <div class="chips" role="group" aria-label=move || lang.get().activity_kind_label()>
            {ActivityKind::ALL.into_iter().map(kind).collect_view()}
        </div>
    }
}

/// The picture of a kind.
fn icon(kind: ActivityKind) -> Icon {
    match kind {
        ActivityKind::Call => Icon::Phone,
        ActivityKind::Visit => Icon::Person,
        ActivityKind::Message => Icon::Share,
        ActivityKind::Meeting => Icon::Team,
        ActivityKind::Quote => Icon::Money,
        ActivityKind::Note => Icon::Note,
    }
}
