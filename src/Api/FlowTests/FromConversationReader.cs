using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.FlowTests;

/// <summary>Reads which conversation a test is to be made of.</summary>
internal static class FromConversationReader
{
    private const string Conversation = "conversationId";
    private const string Name = "name";

    public static (FromConversationBody? Body, ApiProblem? Problem) Read(ReadOnlyMemory<byte> bytes)
    {
        var (json, problem) = JsonBody.Parse(bytes);
        if (json is not { } body)
        {
            return (null, problem);
        }

        var errors = new List<FieldError>();
        var members = new BodyMembers(body, errors).Known(Conversation, Name);
        var isId = Guid.TryParse(members.Text(Conversation), out var id);
        if (!isId && !members.HasFault(Conversation))
        {
            members.Fault(Conversation, "not_an_id", "'conversationId' must be the id of a conversation, as the service gave it.");
        }

        var name = members.Text(Name);
        if (!members.HasFault(Name) && FlowTestName.Fault(name) is { } fault)
        {
            errors.Add(fault);
        }

        return errors.Count > 0 ? (null, ApiProblems.InvalidRequest(errors)) : (new(id, name!), null);
    }
}
