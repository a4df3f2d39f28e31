import type { SourceField } from "../model/source.ts";

/** Parts of headers that speak for a field, in the languages of open 311 data; the stronger ones first. */
export const fieldWords: Partial<Record<SourceField, readonly RegExp[]>> = {
  id: [
    /^(?:№|no\.?|nr\.?|id|номер)$/i,
    /unique.?key|case.?(?:id|number|enquiry)|request.?(?:id|number)|ticket|ticket.?id|рег.*номер|номер (?:обращ|инцид|сообщ|заяв)|protocolo|vorgangs?nummer|reference/i,
    /\bid\b|номер|№/i,
  ],
  received: [
    /поступ|созда(?:но|н|ния|на)(?!\p{L})|отметка времени|timestamp|abertura|received|opened|open.?(?:date|dt)|creat|requested.?date|submitted|erstellt|eingang|apertura|date d.ouverture|пад(?:ач[ыаі]|ад)|паступ|түскен|берілген/iu,
    /обращ.*дат|дат.*(?:обращ|созд|рег)|regdate|data.*(?:cria|entrada)|melded|datum/i,
    /^(?:дата|date|data|fecha)$/i,
  ],
  firstReply: [/перв.*ответ|first.?(?:reply|response|answer)|1.?.?ый ответ/i],
  closed: [
    /закры|заверш|окончан|снят.*контрол|дат.*(?:решен|рассмотр)|close|resol.*(?:date|_at)|completed|parecer|encerra|conclus|erledigt|abgeschlossen|cierre|date.?done|жабыл|аяқтал/iu,
    /исполн|ответ(?!ств)|respon(?!sib)|answer|done|factual|факт/i,
  ],
  confirmed: [
    /подтвержд.*(?:заявит|автор|жител|граждан)|(?:заявит|автор|жител|граждан).*подтверд|confirmed.?(?:by|at|date|on)|^confirmed$/i,
    /дат.*подтвержд|подтвержден/i,
  ],
  planned: [/планир|срок|контрольн|due|target|deadline|expected|prazo/i],
  topicGroup: [
    /группа тем|категор|катэгор|санат|(?<!под)раздел|^tema$|complaint.?type|category|reason|kategorie|categoria/i,
  ],
  topic: [
    /подкатегор|^тема|тематик|тақырып|^вопросы?$|рубрик|descriptor|sub.?(?:type|category)|^servi[cç]o$|request.?type|service.?name|malfunction/i,
    /topic|subject|^type$|тип|вид/i,
    /servi[cç]o|service/i,
  ],
  place: [
    /муницип|район|раён|аудан|округ|borough|district|distrito|neighbou?rhood|bezirk|stadtteil|ward|barrio/i,
    /насел.*пункт|город|city|place|area|mahalle/i,
  ],
  agency: [
    /ведомств|подразделен|адресован|орган(?!из)|мекеме|agency|department|dept\b|office|[oó]rg[aã]o|secretaria|amt\b|behörde|zuständig|performer|account/i,
    /организац|учрежд|исполнитель|выканаўц|орындаушы|ответственн|^кому$|отдел|authority|responsible|subject/i,
  ],
  channel: [/канал|channel|способ|источник|source|\bmethod\b|origem|canal/i],
  kind: [/^(?:вид|тип|характер) (?:обращени|заявлени|сообщени|звароту)|^(?:appeal|request|case) kind$|^kind$/iu],
  outcome: [
    /итог|результат|вынік|нәтиже|решение|тип решения|outcome|result|disposition/i,
    /статус|состояни|status|стадия|^стан(?:\s|$)|мәртебе|estado|situa[cç]/i,
  ],
  withdrawn: [/отозван|withdrawn/i],
  rating: [/оценк|ацэнк|баға|rating|satisf|avalia/i],
  text: [
    /текст|тэкст|мәтін|содержан|суть|^о ч[её]м|опи(?:сание|шите)|summary|description|message|text|body|mensagem|beschreibung|user.?comment|details|narrative/i,
  ],
  reply: [
    /^ответ(?!ств)|^адказ|тэкст адказ|жауап|текст\p{L}* ответ|комментари.*(?:исполнител|орган|ведомств)|reply|response|answer|antwort|resposta|resolution.?(?:desc|note)|status.?notes|closure.?reason|organization.?comment/iu,
  ],
};

/** Parts of headers that speak against a field whatever else is in them: a deadline is no closing, a change no receipt. */
export const fieldDenials: Partial<Record<SourceField, RegExp>> = {
  received: /измен|обновл|updated|modified|changed|last/i,
  closed: /срок|план|контрольн|due|target|expected|deadline|измен|обновл|updated|modified/i,
  text: /ответ|адказ|жауап|исполнител|reply|response/i,
  agency: /лиц[оа](?!\p{L})|ф\.? ?и\.? ?о|сотрудник|person/iu,
};
