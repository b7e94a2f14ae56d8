namespace FlowEngine.Drawflow.Importing;

/// <summary>Where one output of a node led.</summary>
/// <param name="Output">From 1.</param>
/// <param name="Target">As it was written; null where the run stopped.</param>
/// <param name="IsWritten">Whether the configuration had the key, be it empty.</param>
/// <param name="MayStop">To stop here is what the type is for, or has been reported already.</param>
internal sealed record LegacyRoute(int Output, string Key, string? Target, string Pointer, bool IsWritten, bool MayStop = false);
