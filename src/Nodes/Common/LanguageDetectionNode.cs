using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public sealed record LanguageDetectionConfiguration : IValidatedConfiguration
{
    [Description("Two letters each; without any, the tenant's languages.")]
    public IReadOnlyList<string> Languages { get; init; } = [];

    [Description("For a message that could be in any language, while none was detected before.")]
    public string? Default { get; init; }

    public IEnumerable<ConfigurationFault> Validate()
    {
        for (var i = 0; i < Languages.Count; i++)
        {
            if (!IsCode(Languages[i]))
            {
                yield return new($"/languages/{i}", $"'{Languages[i]}' is not a language.", "Use two letters, such as tr or en.");
            }
        }

        if (Default is not null && !IsCode(Default))
        {
            yield return new("/default", $"'{Default}' is not a language.", "Use two letters, such as tr or en.");
        }
    }

    private static bool IsCode(string text) => text.Length == 2 && text.All(char.IsAsciiLetterLower);
}

[NodeType("language_detection", NodeCategory.Common, Sets = ["conversation.language:text"],
    Summary = "Tells the message's language; the conversation goes on in it.")]
[Port("next")]
internal sealed class LanguageDetectionNode : Node<LanguageDetectionConfiguration>
{
    private const string Variable = "language";

    protected override ValueTask<NodeResult> RunAsync(
        LanguageDetectionConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var languages = configuration.Languages.Count > 0 ? configuration.Languages : context.Turn.Tenant.Languages;
        var fallback = context.Variables.Conversation(Variable).Text ?? configuration.Default ?? context.Language;
        var language = LanguageDetector.Detect(context.UserMessage, languages, fallback);
        return Now(NodeResult.Continue() with { Sets = [new(AssignmentScope.Conversation, Variable, Value.Of(language))] });
    }
}
