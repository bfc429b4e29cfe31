import { Form } from "@remix-run/react";
import { Button } from "./button.tsx";
import { Field, Select } from "./field.tsx";

type Option = { value: string; label: string };

type SearchFoldProps<Name extends string> = {
  /** What is asked for by now, by the name of its field; "" asks for nothing. */
  asked: Record<Name | "words", string>;
  choices: { name: Name; label: string; options: Option[] }[];
  labels: { summary: string; words: string; all: string; apply: string };
  /** Class of the form in the fold. */
  look: string;
};

/**
 * What a long list is narrowed down by, folded while nothing is asked: plain fields of a GET form,
 * an address that can be sent to somebody.
 */
export function SearchFold<Name extends string>(props: SearchFoldProps<Name>) {
  const { asked, choices, labels, look } = props;
  const open = asked.words !== "" || choices.some(({ name }) => asked[name] !== "");
  return (
    <details className="fold" open={open}>
      <summary>{labels.summary}</summary>
      <Form method="get" className={look}>
        <Field
          label={labels.words}
          name="words"
          type="search"
          required={false}
          maxLength={80}
          defaultValue={asked.words}
        />
        {choices.map(({ name, label, options }) => (
          <Select
            key={name}
            label={label}
            name={name}
            required={false}
            defaultValue={asked[name]}
            options={[{ value: "", label: labels.all }, ...options]}
          />
        ))}
        <Button tone="quiet">{labels.apply}</Button>
      </Form>
    </details>
  );
}
