using FlowEngine.Storage.Sealing;

namespace FlowEngine.Cli;

/// <param name="Holds">Nothing was changed, removed or added.</param>
internal sealed record AuditVerdictView(bool Holds, int Seals, int Entries, IReadOnlyList<AuditFault> Faults);
