// Judges JSON-LD by SHACL shapes: reads {data, shapes, ontology} as JSON, tells triples and results.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

const given = JSON.parse(readFileSync(0, 'utf-8'));
const documentLoader = (url) => { throw new Error(`nothing may be fetched: ${url}`); };
const quads = await jsonld.toRDF(JSON.parse(given.data), { format: 'application/n-quads', documentLoader });
const parsed = (text) => new Parser().parse(text);
const data = new Store(parsed(quads));
const triples = data.size;
// The ontology joins the data, so that subclasses are known; its own things have no results.
const validator = new SHACLValidator(new Store(parsed(given.shapes)));
const report = await validator.validate(new Store([...data, ...parsed(given.ontology)]));
const results = report.results.map((one) => ({
  node: one.focusNode?.value, path: one.path?.value, rule: one.sourceConstraintComponent?.value,
}));
process.stdout.write(JSON.stringify({ triples, results }));
