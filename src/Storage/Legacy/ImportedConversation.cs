using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Legacy;

/// <param name="Row">Its id is 0 where it is new.</param>
/// <param name="Origin">Its id is 0 where it is new.</param>
/// <param name="Messages">Those to be added.</param>
public sealed record ImportedConversation(ConversationRow Row, LegacyIdRow Origin, IReadOnlyList<MessageRow> Messages);
