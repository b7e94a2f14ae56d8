using System.Reflection;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking;

/// <summary>What the rules need to know about a part of a configuration.</summary>
public static class PartViews
{
    extension(ConfigurationPart part)
    {
        /// <summary>The variables that its texts or conditions read, each once.</summary>
        public IReadOnlyList<VariablePath> Reads => part.Value switch
        {
            Template template => template.Reads,
            LocalizedTemplate localized => localized.Reads,
            ValueTemplate value => value.Reads,
            Condition condition => condition.Reads,
            Choice choice => choice.Label.Reads,
            _ => [],
        };

        /// <summary>The text by language; null if the part is no localized text.</summary>
        public LocalizedTemplate? Localized => part.Value as LocalizedTemplate ?? (part.Value as Choice)?.Label;

        /// <summary>Where the part leaves the service; null if it stays.</summary>
        public string? SentTo => part.Member?.GetCustomAttribute<SentOutAttribute>()?.Where;

        public bool IsLink => part.Member?.IsDefined(typeof(LinkAttribute)) == true;

        public bool IsSecretName => part.Member?.IsDefined(typeof(SecretNameAttribute)) == true;
    }
}
