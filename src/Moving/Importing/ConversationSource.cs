using FlowEngine.Moving.Rows;
using FlowEngine.Storage.Model;

namespace FlowEngine.Moving.Importing;

/// <summary>A conversation as the source has it now.</summary>
/// <param name="Origin">Null where it was not carried before.</param>
internal sealed record ConversationSource(LegacyRow Row, SourceMessages Messages, LegacyIdRow? Origin)
{
    public string Hash { get; } = RowHash.Of(Row);

    public bool IsUnchanged => Origin is not null && Origin.SourceHash == Hash && Origin.MessagesHash == Messages.Hash();
}
