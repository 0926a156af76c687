package check

import (
	"flowline/engine/flow"
	"flowline/engine/record"
	"flowline/engine/text"
)

// voiding wants the flow that has to approve before anything is declared void to be published, to run over the same records,
// and to begin with no more than a reason: whoever asks gives nothing else.
func (c *checker) voiding() {
	key := c.d.Voiding()
	where := at{path: "settings.voidFlow"}
	switch {
	case key == "":
		return
	case key == c.d.Key:
		c.error("voided_by_itself", where,
			text.T("作废要由本流程自己审批，审批通过时它的更新会再做一遍。", "This flow itself is to approve that something is declared void; approved, all that it updates would be done again."),
			text.T("另选一个专门审批作废的流程。", "Choose another flow, made for that."))
		return
	case c.flows == nil:
		return
	}
	d, known := c.flows[key]
	if !known {
		c.error("void_flow_unknown", where,
			text.T("审批作废的流程“{flow}”还没有发布，谁也无法申请作废。", "The flow {flow}, which is to approve that something is declared void, is not published, so nobody could ask for that.").Fill("flow", key),
			text.T("先发布那个流程，或另选一个。", "Publish that flow first, or choose another."))
		return
	}
	name := both(d.Name)
	if d.Record != c.d.Record {
		c.error("void_flow_of_other_type", where,
			fill(text.T("审批作废的流程“{flow}”不是用于这种记录的。", "The flow {flow}, which is to approve that something is declared void, is not for records of this type."), "flow", name),
			text.T("选择用于同一种记录的流程。", "Choose a flow for records of the same type."))
	}
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if pick := policiesOf(n).pick; pick != nil && pick.By == flow.PickSubmitter {
			c.error("void_flow_wants_picks", where,
				fill(text.T("审批作废的流程“{flow}”要由提交人选处理人，申请作废时没有人选。", "In the flow {flow} whoever submits picks people; whoever asks to have something declared void does not."), "flow", name),
				text.T("在那个流程里改为按岗位、部门或字段选人。", "Have that flow name people by post, department or field."))
		}
		if n.Kind == flow.KindStart && n.Form != nil && requires(n.Form) {
			c.warn("void_flow_wants_input", where,
				fill(text.T("审批作废的流程“{flow}”提交时有必填字段，记录里没有值时就不能申请作废。", "The flow {flow} wants fields filled in at its start; where the record has no value for them, nobody can ask to have it declared void."), "flow", name),
				text.T("在那个流程的提交表单里不要设必填。", "Have that flow's start require no fields."))
		}
	}
}

// requires reports whether a form has fields that must be filled in.
func requires(f *flow.Form) bool {
	for _, access := range f.Fields {
		if access == record.Required {
			return true
		}
	}
	return false
}
