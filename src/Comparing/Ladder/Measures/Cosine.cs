namespace FlowEngine.Comparing.Ladder.Measures;

internal static class Cosine
{
    /// <returns>-1 to 1; null where the vectors cannot be compared.</returns>
    public static double? Of(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length == 0 || left.Length != right.Length)
        {
            return null;
        }

        var (product, leftSquare, rightSquare) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            product += (double)left[i] * right[i];
            leftSquare += (double)left[i] * left[i];
            rightSquare += (double)right[i] * right[i];
        }

        var similarity = product / Math.Sqrt(leftSquare * rightSquare);
        return double.IsFinite(similarity) ? Math.Clamp(similarity, -1, 1) : null;
    }
}
