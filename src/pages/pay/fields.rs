//! Fields of the builder.

use leptos::prelude::*;

use crate::present::pay::builder::{
    BuilderView, Edit, FieldKind, FieldView, SectionView, StepView,
};
use crate::ui::{
    Button, ButtonKind, CheckField, Choice, DateField, Icon, IconButton, SelectField, TextField,
    use_lang,
};

/// What fields share: the form, and the way to change it.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    pub(super) view: Memo<BuilderView>,
    pub(super) edit: Callback<Edit>,
}

/// How the fields of the form are told apart: what changes the kind of a field makes it another.
fn key(field: &FieldView) -> (String, u8) {
    let kind = match field.kind {
        FieldKind::Text => 0,
        FieldKind::Day => 1,
        FieldKind::Tick => 2,
        FieldKind::Choice(_) => 3,
    };
    (field.path.clone(), kind)
}

impl Filling {
    fn section(self, path: &str) -> Option<SectionView> {
        self.view.read().sections.iter().find(|it| it.path == path).cloned()
    }

    fn field(self, path: &str) -> Option<FieldView> {
        let view = self.view.read();
        let mut all = view.sections.iter().flat_map(|it| {
            it.fields.iter().chain(&it.more).chain(it.steps.iter().flat_map(|it| &it.fields))
        });
        all.find(|it| it.path == path).cloned()
    }
}

/// A section of the form.
#[component]
pub(super) fn FormSection(filling: Filling, path: String) -> impl IntoView {
    let lang = use_lang();
    let own = path.clone();
    let section = Memo::new(move |_| filling.section(&own));
    let title = move || section.get().map(|it| it.title);
    let fields = move || section.get().map(|it| it.fields).unwrap_or_default();
    let more = move || section.get().map(|it| it.more).unwrap_or_default();
    let steps = move || section.get().map(|it| it.steps).unwrap_or_default();
    let has_more = Memo::new(move |_| !more().is_empty());
    // Something that is filled in from elsewhere unfolds it; nothing folds it again.
    let is_unfolded = Memo::new(move |before: Option<&bool>| {
        before.copied().unwrap_or_default()
            || section.read().as_ref().is_some_and(|it| it.is_more_used)
    });
    let more_words = move || lang.get().section_more(&title().unwrap_or_default());
    let add = move || {
        let (path, words) = section.get()?.add_step?;
        let add = move || filling.edit.run(Edit::AddStep(path.clone()));
        Some(view! {
            <Button kind=ButtonKind::Link icon=Icon::Plus label=words on_press=add attr:data-testid="pay-add-step" />
        })
    };
    let remove = move || {
        let words = section.get()?.remove?;
        let path = path.clone();
        let remove = move |()| filling.edit.run(Edit::Remove(path.clone()));
        Some(view! { <IconButton icon=Icon::Trash label=words on_press=remove /> })
    };
    view! {
        <fieldset class="pay__section" data-testid="pay-section">
            <legend class="section__title">{title}</legend>
            <div class="pay__fields">
                <For each=fields key=key let:field>
                    <FormField filling path=field.path />
                </For>
                <span class="pay__remove">{remove}</span>
            </div>
            <For each=steps key=|it| it.path.clone() let:step>
                <FormStep filling step />
            </For>
            {add}
            <Show when=move || has_more.get()>
                <details class="pay__more" prop:open=move || is_unfolded.get() data-testid="pay-more">
                    <summary>{more_words}</summary>
                    <div class="pay__fields">
                        <For each=more key=key let:field>
                            <FormField filling path=field.path />
                        </For>
                    </div>
                </details>
            </Show>
        </fieldset>
    }
}

/// A line of a section: a tier, a level.
#[component]
fn FormStep(filling: Filling, step: StepView) -> impl IntoView {
    let path = step.path.clone();
    let own = move || {
        let view = filling.view.read();
        let found = view.sections.iter().flat_map(|it| &it.steps).find(|it| it.path == path);
        found.cloned()
    };
    let own = Memo::new(move |_| own());
    let fields = move || own.get().map(|it| it.fields).unwrap_or_default();
    let path = step.path;
    let remove = move || {
        let words = own.get()?.remove?;
        let path = path.clone();
        let remove = move |()| filling.edit.run(Edit::Remove(path.clone()));
        Some(view! { <IconButton icon=Icon::Close label=words on_press=remove /> })
    };
    view! {
        <div class="pay__step" data-testid="pay-step">
            <For each=fields key=key let:field>
                <FormField filling path=field.path />
            </For>
            {remove}
        </div>
    }
}

#[component]
fn FormField(filling: Filling, path: String) -> impl IntoView {
    let own = path.clone();
    let field = Memo::new(move |_| filling.field(&own));
    let kind = field.get_untracked().map(|it| it.kind);
    let label = Signal::derive(move || field.get().map(|it| it.label).unwrap_or_default());
    let error = Signal::derive(move || field.get()?.error);
    let value = Signal::derive(move || field.get().map(|it| it.value).unwrap_or_default());
    let name = format!("pay-field-{}", path.trim_start_matches('/').replace('/', "-"));
    let set = Callback::new(move |text: String| filling.edit.run(Edit::Set(path.clone(), text)));
    let input = match kind {
        Some(FieldKind::Day) => view! { <DateField label value on_change=set error /> }.into_any(),
        Some(FieldKind::Tick) => view! {
            <CheckField
                label
                checked=Signal::derive(move || value.get() == "true")
                on_change=move |it: bool| set.run(it.to_string())
            />
        }
        .into_any(),
        Some(FieldKind::Choice(_)) => {
            let choices = Signal::derive(move || match field.get().map(|it| it.kind) {
                Some(FieldKind::Choice(all)) => {
                    all.into_iter().map(|(id, words)| Choice::new(id, words)).collect()
                }
                _ => Vec::new(),
            });
            view! { <SelectField label choices value on_change=set error /> }.into_any()
        }
        _ => view! { <Typed label value=value on_input=set error /> }.into_any(),
    };
    view! { <span class="pay__field" data-testid=name>{input}</span> }
}

/// A field for typing. What is typed stays as it is typed: the form would write it in its own way.
#[component]
fn Typed(
    label: Signal<String>,
    value: Signal<String>,
    on_input: Callback<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let shown = Signal::derive(move || typed.get().unwrap_or_else(|| value.get()));
    let input = move |text: String| {
        typed.set(Some(text.clone()));
        on_input.run(text);
    };
    view! { <TextField label value=shown on_input=input error /> }
}
