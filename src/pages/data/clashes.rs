//! Fields that two tablets changed at the same time: what stands, and what lost.

use leptos::prelude::*;

use crate::domain::workspace::Table;
use crate::present::data::{ClashView, clash};
use crate::runtime::app::use_app;
use crate::runtime::clashes::clashes;
use crate::runtime::route::{BoardAddress, Route};

/// The clashes, where there are any.
#[component]
pub fn ClashSection() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let found = Memo::new(move |_| {
        app.view(Table::ALL, |workspace| {
            let views = clashes(app).into_iter().map(|it| clash(workspace, lang.get(), &it));
            views.collect::<Vec<_>>()
        })
    });
    let line = |ClashView { title, kept, lost, lead }: ClashView| {
        let title = match lead {
            Some(id) => {
                let href = Route::Lead(id, BoardAddress::default()).href();
                view! { <a class="data__clash" href=href>{title}</a> }.into_any()
            }
            None => view! { <span class="list__name">{title}</span> }.into_any(),
        };
        let lost = lost.into_iter().map(|it| view! { <span class="list__note">{it}</span> });
        view! {
            <li class="list__row" data-testid="data-clash">
                <span class="list__main">
                    {title}
                    <span>{kept}</span>
                    {lost.collect_view()}
                </span>
            </li>
        }
    };
    view! {
        <Show when=move || !found.read().is_empty()>
            <section class="section" data-testid="data-clashes">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().data_clashes(found.read().len())}</h2>
                </div>
                <p class="section__note">{move || lang.get().data_clashes_note()}</p>
                <ul class="list">{move || found.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}
