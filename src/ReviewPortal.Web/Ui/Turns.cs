namespace ReviewPortal.Web.Ui;

/// <summary>
/// Two readings of one page can overlap: what was read first may come back last. Only the reading that set out last is shown, for it has seen
/// everything that was kept before it.
/// </summary>
internal sealed class Turns
{
    private int _last;

    public int Next() => ++_last;

    public bool IsLast(int turn) => turn == _last;
}
