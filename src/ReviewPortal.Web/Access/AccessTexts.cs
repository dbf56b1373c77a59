namespace ReviewPortal.Web.Access;

/// <summary>The words of signing in and of accounts; the texts stand in the resource files beside this one.</summary>
public sealed class AccessTexts;
