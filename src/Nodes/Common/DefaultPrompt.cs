namespace FlowEngine.Nodes.Common;

/// <summary>What the model is told where a flow says nothing of its own.</summary>
internal static class DefaultPrompt
{
    public static string In(string language) => language == "tr"
        ? "Müşterilere yardım eden bir asistansın. Yalnızca burada verilen bilgilerle, müşterinin dilinde, kısa ve kibar yanıt ver. "
            + "Verilmeyen ürün, fiyat veya bağlantı uydurma; bilmiyorsan söyle ve iletişim bilgilerini öner."
        : "You are an assistant who helps customers. Answer only from what is given here, in the customer's language, briefly and kindly. "
            + "Never invent products, prices or links; if you do not know, say so and offer the contact details.";

    /// <summary>Added where tools are offered: otherwise "what is given" reads as if nothing could be looked up.</summary>
    public static string WithTools(string prompt) =>
        $"{prompt}\n\nLook up with your tools what is not given here. What they return counts as given.";

    public static string Intent(IReadOnlyList<string> names) =>
        $"What does the user's message want? Answer with exactly one of these names and nothing else: {string.Join(", ", names)}.";

    /// <param name="kind">What the value must be, as the type and the choices say.</param>
    public static string Extract(string question, string kind) =>
        $"The user was asked: {question}\nTheir message may contain the answer ({kind}). If it does, reply with one line, "
        + $"'{AnswerExtraction.Mark} ' and the answer alone, written plainly. If it does not, reply 'none'. Never guess.";

    public static string Repair(IReadOnlyList<string> faults) =>
        "Your previous answer named what was not given: " + string.Join("; ", faults)
        + ". Answer again, naming only products, prices and links that are given here.";
}
