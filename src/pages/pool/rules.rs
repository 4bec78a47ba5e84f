//! How many claimed leads a person may hold, and after how many days they fall due back.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::pool::PoolRules;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::pipelines::whole;
use crate::present::pool::RulesDraft;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, TextField};

/// The rules of the pool.
#[component]
pub(super) fn Rules(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let known =
        Memo::new(move |_| app.view(&[Table::PoolRules], |it| RulesDraft::of(&PoolRules::of(it))));
    let typed = RwSignal::new(None::<RulesDraft>);
    let refusal = RwSignal::new(None::<Refusal>);
    let draft = Memo::new(move |_| typed.get().unwrap_or_else(|| known.get()));
    let save = move || {
        let Some(rules) = draft.get_untracked().read() else { return };
        let done = app.act_here(Command::SavePoolRules(rules));
        if done.is_ok() {
            typed.set(None);
        }
        refusal.set(done.err());
    };
    let field = move |label: fn(Lang) -> &'static str,
                      hint: fn(Lang) -> &'static str,
                      slot: fn(&mut RulesDraft) -> &mut String,
                      name: &'static str| {
        let value = Signal::derive(move || std::mem::take(slot(&mut draft.get())));
        let input = move |text: String| {
            let mut changed = draft.get_untracked();
            *slot(&mut changed) = text;
            typed.set(Some(changed));
        };
        let error = move || {
            whole(&value.read()).is_none().then(|| lang.get().stage_not_a_number().to_owned())
        };
        view! {
            <TextField
                label=move || label(lang.get())
                hint=Signal::derive(move || hint(lang.get()).to_owned())
                value
                on_input=input
                on_enter=save
                error=Signal::derive(error)
                attr:data-testid=name
            />
        }
    };
    view! {
        <section class="section" data-testid="pool-rules">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().pool_rules()}</h2>
            </div>
            <div class="form">
                <div class="form__row">
                    {field(Lang::pool_limit, Lang::pool_limit_hint, |it| &mut it.limit, "pool-limit")}
                    {field(Lang::pool_days, Lang::pool_days_hint, |it| &mut it.days, "pool-days")}
                </div>
                <Refused refusal />
                <div class="actions actions--start">
                    <Button
                        label=move || lang.get().save()
                        disabled=Signal::derive(move || draft.get() == known.get())
                        on_press=save
                        attr:data-testid="pool-rules-save"
                    />
                </div>
            </div>
        </section>
    }
}
