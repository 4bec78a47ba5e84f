//! Whose leads are handed out.

use leptos::prelude::*;

use crate::domain::workspace::Table;
use crate::present::assign::{Pool, pool_words};
use crate::runtime::app::use_app;
use crate::ui::{Choice, SegmentedField};

/// The pools to choose from, with how many leads are in each.
#[component]
pub fn PoolField(
    /// Which pools there are.
    pools: Vec<Pool>,
    /// The one that is chosen.
    #[prop(into)]
    pool: Signal<Pool>,
    /// Chooses one.
    #[prop(into)]
    on_choose: Callback<Pool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = Signal::derive(move || {
        let lang = lang.get();
        app.view(&[Table::Leads, Table::Stages, Table::People], |workspace| {
            let choice = |pool: &Pool| {
                Some(Choice::new(pool.to_string(), pool_words(workspace, lang, *pool)?))
            };
            pools.iter().filter_map(choice).collect::<Vec<_>>()
        })
    });
    view! {
        <SegmentedField
            label=move || lang.get().assign_pool()
            choices
            value=Signal::derive(move || pool.get().to_string())
            on_change=move |id: String| on_choose.run(id.parse().unwrap_or_default())
        />
    }
}
