package api

// routes is every route of the document. What a person may do is decided by the engine's commands.
func (a *API) routes() {
	open(a, "GET /session", "readSession", "Who is signed in, and the token for changes", a.readSession)
	open(a, "POST /session", "signIn", "Sign in", a.signIn)
	open(a, "DELETE /session", "signOut", "Sign out", a.signOut)
	signed(a, "PUT /session/language", "setLanguage", "Choose the language", a.setLanguage)

	signed(a, "GET /company", "readCompany", "People, departments and posts, for pickers", a.readCompany)
	signed(a, "GET /admin/people", "listPeople", "Everybody, with rights", a.listPeople)
	signed(a, "PUT /admin/people/{id}", "savePerson", "Add or change a person", a.savePerson)
	signed(a, "PUT /admin/people/{id}/password", "setPassword", "Give a person a new password", a.setPassword)
	signed(a, "PUT /admin/departments/{id}", "saveDepartment", "Add or change a department", a.saveDepartment)
	signed(a, "PUT /admin/posts/{key}", "savePost", "Add or change a post", a.savePost)

	signed(a, "GET /record-types", "listRecordTypes", "The record types and their fields", a.listRecordTypes)
	signed(a, "GET /records/{type}", "listRecords", "Records that I may see", a.listRecords)
	signed(a, "POST /records/{type}", "addRecord", "Add a record; flows may start", a.addRecord)
	signed(a, "GET /records/{type}/{id}", "readRecord", "One record", a.readRecord)
	signed(a, "PATCH /records/{type}/{id}", "changeRecord", "Change a record; flows may start", a.changeRecord)
	signed(a, "GET /records/{type}/{id}/flows", "readRecordFlows", "What can be started on a record, and what was", a.readRecordFlows)

	signed(a, "GET /flows", "listFlows", "The flows", a.listFlows)
	signed(a, "POST /flows", "addFlow", "Begin a flow", a.addFlow)
	signed(a, "GET /templates", "listTemplates", "Ready-made flows to begin from", a.listTemplates)
	signed(a, "GET /flows/{key}/draft", "readDraft", "A flow being drawn", a.readDraft)
	signed(a, "PUT /flows/{key}/draft", "saveDraft", "Save the drawing", a.saveDraft)
	signed(a, "GET /flows/{key}/draft/diagram.svg", "drawDraft", "The drawing as a diagram", a.drawDraft)
	signed(a, "POST /flows/{key}/versions", "publishFlow", "Publish the drawing as a version", a.publishFlow)
	signed(a, "GET /flows/{key}/versions", "listVersions", "The versions, newest first", a.listVersions)
	signed(a, "GET /flows/{key}/versions/{number}", "readVersion", "One version", a.readVersion)
	signed(a, "GET /flows/{key}/versions/{number}/diagram.svg", "drawVersion", "A version as a diagram", a.drawVersion)
	signed(a, "PUT /flows/{key}/current", "makeCurrent", "Say which version new instances run", a.makeCurrent)
	signed(a, "POST /check", "checkFlow", "What keeps a flow from being published", a.checkFlow)
	signed(a, "POST /layout", "layOutFlow", "Positions for a tidy drawing", a.layOutFlow)
	signed(a, "POST /rules/check", "checkRule", "Whether a rule compiles", a.checkRule)

	signed(a, "POST /preview", "previewSubmission", "Whom a submission would ask", a.previewSubmission)
	signed(a, "POST /instances", "submitRecord", "Start a flow on a record", a.submitRecord)
	signed(a, "GET /instances", "listInstances", "Instances that I may see", a.listInstances)
	signed(a, "GET /instances/{id}", "readInstance", "An instance with its chart and history", a.readInstance)
	signed(a, "GET /instances/{id}/diagram.svg", "drawInstance", "An instance as a diagram", a.drawInstance)
	signed(a, "POST /instances/{id}/terminate", "terminateInstance", "End an instance", a.terminateInstance)
	signed(a, "POST /instances/{id}/incidents/{incident}/retry", "retryIncident", "Try again what went wrong", a.retryIncident)
	signed(a, "POST /instances/{id}/incidents/{incident}/assign", "assignIncident", "Name people where nobody was found", a.assignIncident)
	signed(a, "GET /incidents", "listIncidents", "Instances that need help", a.listIncidents)

	signed(a, "GET /tasks", "listTasks", "My tasks", a.listTasks)
	signed(a, "GET /tasks/{id}", "readTask", "A task with the form to decide it by", a.readTask)
	signed(a, "POST /tasks/{id}/decision", "decideTask", "Approve, reject or finish a task", a.decideTask)
	signed(a, "GET /notices", "listNotices", "What the bell shows", a.listNotices)
	signed(a, "POST /notices/read", "readNotices", "Mark notices as read", a.readNotices)
}
