// Finds sentence boundaries and entities in every text under a folder, with wink-nlp.
const fs = require('fs'), path = require('path')
const resolve = name => require(require.resolve(name, { paths: [process.cwd()] }))
const nlp = resolve('wink-nlp')(resolve('wink-eng-lite-web-model'), ['sbd', 'ner'])
let sentences = 0, entities = 0
for (const name of fs.readdirSync(process.argv[2], { recursive: true })) {
  const file = path.join(process.argv[2], name)
  if (!fs.statSync(file).isFile()) continue
  const doc = nlp.readDoc(fs.readFileSync(file, 'utf8'))
  sentences += doc.sentences().length()
  entities += doc.entities().length()
}
console.log(sentences, entities)
