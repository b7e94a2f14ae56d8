using FlowEngine.Conversations;

namespace FlowEngine.Checking.Rules;

/// <summary>What a user was asked for as e-mail, phone or name is not put into a prompt or a call outside by the flow itself.</summary>
internal sealed class PersonalDataRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var personal = new PersonalVariables(model);
        return
            from found in model.Parts
            let place = found.Part.SentTo
            where place is not null && IsWritten(found)
            let sent = PathsOf(found).Select(path => (Path: path, What: personal.HeldBy(found.Module.Name, path))).FirstOrDefault(sent => sent.What is not null)
            where sent.What is not null
            select Finding.Warning(
                "personal_data_sent",
                found.Node.Id,
                found.Pointer,
                $"{found.Node.Name} puts {sent.What} ('{sent.Path}') into {place}, so it leaves the service.",
                "Leave it out, unless the recipient needs it and the user was informed.");
    }

    private static IEnumerable<VariablePath> PathsOf(NodePart found) =>
        found.Part.Value is string name ? VariablePath.TryParse(name) is { } path ? [path] : [] : found.Part.Reads;

    /// <summary>It stands in the document, and is not only what the type has where nothing is said.</summary>
    private static bool IsWritten(NodePart found) =>
        found.Part.Value is not string || found.Node.Source.Configuration.TryGetProperty(found.Part.Pointer.Split('/')[1], out _);
}
