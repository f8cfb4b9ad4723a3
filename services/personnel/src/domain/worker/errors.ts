import { defineError } from '@qianshou/kernel';

export const workerNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'WORKER_NOT_FOUND',
  en: 'There is no social worker {id}.',
  zh: '没有编号为 {id} 的社会工作者。',
});

export const workerIdNumberTaken = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_ID_NUMBER_TAKEN',
  en: 'A social worker with this ID number is registered already. Look the person up, or check the number.',
  zh: '该身份证号已登记。请查询该人员，或核对身份证号。',
});

export const identityCaseNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'IDENTITY_CASE_NOT_FOUND',
  en: 'There is no case {id}.',
  zh: '没有编号为 {id} 的身份核查事项。',
});

export const identityCaseSettled = defineError({
  kind: 'CONFLICT',
  code: 'IDENTITY_CASE_SETTLED',
  rule: 'PER-16',
  en: 'The case was settled on {settledOn} already; what was found stays on record. Open a new case for a new doubt.',
  zh: '该身份核查事项已于 {settledOn} 办结,结果已存档。如有新的疑问请另立事项。',
});

export const workerTooYoung = defineError({
  kind: 'INVALID',
  code: 'WORKER_TOO_YOUNG',
  en: 'Nobody born in {birthYear} may work yet: the working age is {age}. Check the year of birth.',
  zh: '{birthYear} 年出生的人未满 {age} 周岁,不能登记,请核对出生年份。',
});

export const workerServiceImplausible = defineError({
  kind: 'INVALID',
  code: 'WORKER_SERVICE_IMPLAUSIBLE',
  en: 'Social work cannot have begun on {began}: not before the age of {age}, and not after today. Check the day and the months before it.',
  zh: '从事社会工作不能始于 {began}:须年满 {age} 周岁且不晚于今天,请核对起始日和此前月数。',
});

export const workerEmployerNotOfCounty = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_EMPLOYER_NOT_OF_COUNTY',
  en: 'The agency {employerName} has neither its home nor a station in {countyCode}. It registers its people itself, where it is at home or operates.',
  zh: '机构 {employerName} 既不在 {countyCode} 注册,也未在该县承接社工站;请由该机构在其注册地或承接地自行登记其人员。',
});

export const workerEmployerNotAgreed = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_EMPLOYER_NOT_AGREED',
  en: 'The agency {employerName} operates nothing in {countyCode} and has not agreed to employ this person. Let it register its people itself; for who works for no agency leave the employer out.',
  zh: '机构 {employerName} 未在 {countyCode} 承接社工站或指导中心,也未同意聘用此人;请由该机构自行登记其人员,无受聘机构的请不填。',
});

export const workerBirthYearMismatch = defineError({
  kind: 'INVALID',
  code: 'WORKER_BIRTH_YEAR_MISMATCH',
  rule: 'PER-16',
  en: 'The year of birth is not the one of the ID number. Check both.',
  zh: '出生年份与身份证号不一致。请核对两者。',
});

export const workerGraduationImplausible = defineError({
  kind: 'INVALID',
  code: 'WORKER_GRADUATION_IMPLAUSIBLE',
  en: 'Nobody graduates ({level:EducationLevel}) before the age of {age} or more than a year from now: {graduatedOn}. Check the day and the year of birth.',
  zh: '{graduatedOn} 毕业({level:EducationLevel})与出生年份不符:不早于 {age} 周岁,也不晚于一年之后,请核对。',
});

export const workerOfficeElsewhere = defineError({
  kind: 'INVALID',
  code: 'WORKER_OFFICE_ELSEWHERE',
  rule: 'PER-1',
  en: 'The township office {directsOfficeOf} is not in the county {countyCode}. Name an office of the county.',
  zh: '乡镇级单位 {directsOfficeOf} 不在 {countyCode} 辖区内。请填写本县的乡镇级单位。',
});

export const workerEmployerNotActive = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_EMPLOYER_NOT_ACTIVE',
  en: 'The employer cannot take on workers: its status is {status:words}. Choose another employer, or have it reinstated.',
  zh: '用人机构当前状态为 {status:words},不能聘用人员。请另选用人机构，或先恢复其资格。',
});

export const personalFieldAbsent = defineError({
  kind: 'NOT_FOUND',
  code: 'PERSONAL_FIELD_ABSENT',
  en: 'The field {field:PersonalField} was never given for this worker.',
  zh: '该人员未登记 {field:PersonalField}。',
});

export const qualificationNumberTaken = defineError({
  kind: 'CONFLICT',
  code: 'QUALIFICATION_NUMBER_TAKEN',
  en: 'A certificate with this number is recorded already. Check the number.',
  zh: '该证书编号已登记。请核对证书编号。',
});

export const qualificationAreaMissing = defineError({
  kind: 'INVALID',
  code: 'QUALIFICATION_AREA_MISSING',
  rule: 'PER-13',
  en: 'A certificate of a separate pass line must say in which region it is valid.',
  zh: '单独划线证书须注明有效区域。',
});

export const qualificationDateInFuture = defineError({
  kind: 'INVALID',
  code: 'QUALIFICATION_DATE_IN_FUTURE',
  en: 'A certificate cannot have been obtained after today: {obtainedOn}. Correct the day.',
  zh: '取得证书的日期不能晚于今天:{obtainedOn}。请更正日期。',
});

export const qualificationDateImplausible = defineError({
  kind: 'INVALID',
  code: 'QUALIFICATION_DATE_IMPLAUSIBLE',
  en: 'A certificate of the level {level:QualificationLevel} exists since {first}, and nobody obtains one as a child: {obtainedOn}. Check the day.',
  zh: '{level:QualificationLevel} 级证书自 {first} 年起才有,且持证人须达到工作年龄:{obtainedOn} 有误,请核对取得日期。',
});

export const qualificationAreaHasNoLine = defineError({
  kind: 'INVALID',
  code: 'QUALIFICATION_AREA_HAS_NO_LINE',
  rule: 'PER-13',
  en: 'No separate pass line is drawn in {validWithin}: it is in key counties and in the areas that the notice names. Record a national certificate, or name the area that stands on the certificate.',
  zh: '{validWithin} 没有单独划线:单独划线限于国家乡村振兴重点帮扶县等地区。请登记为全国合格线,或填写证书上的有效区域。',
});

export const postingBeforeWorkingAge = defineError({
  kind: 'INVALID',
  code: 'POSTING_BEFORE_WORKING_AGE',
  en: 'On {day} the worker had not reached the working age of {age}. Check the day.',
  zh: '{day} 时该人员未满 {age} 周岁,请核对日期。',
});

export const workerStillPosted = defineError({
  kind: 'CONFLICT',
  code: 'WORKER_STILL_POSTED',
  en: 'This person holds a post in {countyCode}, so that no other county can keep them. End the post, or strike it out, first.',
  zh: '该人员在 {countyCode} 仍有任职,不能改由其他县登记。请先办理离岗或作废该任职。',
});

export const qualificationNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'QUALIFICATION_NOT_FOUND',
  en: 'There is no qualification {id}.',
  zh: '没有编号为 {id} 的职业资格。',
});

export const qualificationNotRecorded = defineError({
  kind: 'CONFLICT',
  code: 'QUALIFICATION_NOT_RECORDED',
  en: 'The certificate is not waiting for the bureau: it is {status:QualificationStatus}. Correct it, or revoke what was verified.',
  zh: '该证书不在待核验状态,当前为 {status:QualificationStatus}。如有误请更正;已核验的请撤销。',
});

export const qualificationNotVerified = defineError({
  kind: 'CONFLICT',
  code: 'QUALIFICATION_NOT_VERIFIED',
  en: 'Only a verified certificate is revoked; this one is {status:QualificationStatus}. Reject what the bureau did not find.',
  zh: '只能撤销已核验的证书,当前为 {status:QualificationStatus}。查无此证的请核验不通过。',
});

export const lifeFactNotFound = defineError({
  kind: 'NOT_FOUND',
  code: 'LIFE_FACT_NOT_FOUND',
  en: 'There is no degree or period of service {id}.',
  zh: '没有编号为 {id} 的学历或从业经历。',
});

export const workerDaysOutOfOrder = defineError({
  kind: 'INVALID',
  code: 'WORKER_DAYS_OUT_OF_ORDER',
  en: 'What began on {from} does not end on {to}. Check both days.',
  zh: '起始日期 {from} 晚于结束日期 {to},请核对。',
});
