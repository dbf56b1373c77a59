namespace ReviewPortal.Web.Tests.Pdf;

/// <summary>An element of the structure that a screen reader follows, with what is in it.</summary>
internal sealed record StructureElement(string Type, List<StructureElement> Children)
{
    public IEnumerable<StructureElement> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>Reads what pdfinfo prints: an element a line, two spaces deeper for each level, its attributes after a slash.</summary>
    public static IReadOnlyList<StructureElement> Read(string printed)
    {
        var (roots, open) = (new List<StructureElement>(), new Stack<(int Depth, StructureElement Element)>());
        foreach (var line in printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.TrimStart().StartsWith('/')))
        {
            var depth = line.Length - line.TrimStart().Length;
            var element = new StructureElement(line.Trim().Split(' ', ':')[0], []);
            while (open.Count > 0 && open.Peek().Depth >= depth) open.Pop();
            (open.Count > 0 ? open.Peek().Element.Children : roots).Add(element);
            open.Push((depth, element));
        }

        return roots;
    }
}
