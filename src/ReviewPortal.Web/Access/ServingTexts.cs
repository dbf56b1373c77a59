namespace ReviewPortal.Web.Access;

/// <summary>What is said to whoever asks for recordings faster than anybody can watch; the texts stand in the resource files beside this one.</summary>
public sealed class ServingTexts;
