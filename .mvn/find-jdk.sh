# Finds a Java for ./mvnw and ./demarc, which source this file. POSIX sh; no output except about what is passed over.
#
#   find_jdk TOOL LEAST GOOD [VARIABLE...]
#
#   TOOL      what the JDK must have in bin/: `java` to run, `javac` to build
#   LEAST     the oldest major version that will do
#   GOOD      the major version from which a `java` on PATH is taken without looking for a newer one elsewhere
#   VARIABLE  environment variables that name a JDK (its folder or its java), first choice first
#
# A variable that is set wins; one that is too old is passed over aloud. Then comes the java on PATH, then the highest
# version in the folders where systems and tools put JDKs. Sets jdk (its folder, empty when none will do) and
# jdk_major; returns 1 when none will do. Versions are read from the JDK's `release` file, without starting it; one
# without that file is asked.

# Sets seen to a comparable number for the JDK in folder $1, 0 when there is none with bin/$tool.
look_at() {
  seen=0
  [ -x "$1/bin/$tool" ] || return 0
  version=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r key value; do
      if [ "$key" = JAVA_VERSION ]; then version=$value; break; fi
    done <"$1/release"
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/java" -version 2>&1 </dev/null)
    case $version in
      *' version "'*) version=${version#*' version "'} ;;
      *) return 0 ;;
    esac
  fi
  number_of "${version#\"}"
}

# Sets seen to a number that sorts as the Java version in $1 does: 25.0.3+9 -> 25000003.
number_of() {
  plain=${1%%[!0-9.]*}
  major=${plain%%.*} rest=${plain#"$major"}
  rest=${rest#.} minor=${rest%%.*}
  rest=${rest#"$minor"} rest=${rest#.} patch=${rest%%.*}
  seen=$((${major:-0} * 1000000 + ${minor:-0} * 1000 + ${patch:-0}))
}

# Keeps folder $1 if it is the best so far.
consider() {
  look_at "$1"
  if [ "$seen" -gt "$best" ]; then best=$seen jdk=$1; fi
}

find_jdk() {
  tool=$1 least=$(($2 * 1000000)) good=$(($3 * 1000000)) best=0 jdk=
  shift 3

  for variable; do
    eval "named=\${$variable-}"
    [ -n "$named" ] || continue
    case $named in */bin/java | */bin/java.exe) named=${named%/bin/java*} ;; esac
    look_at "$named"
    if [ "$seen" -ge "$least" ]; then jdk=$named best=$seen; break; fi
    if [ "$seen" -gt 0 ]; then what="Java $((seen / 1000000))"; else what="a folder without bin/$tool"; fi
    echo "${0##*/}: $variable ($named) is $what; Java $((least / 1000000)) or newer is needed, looking elsewhere" >&2
  done

  if [ -z "$jdk" ]; then
    beside=
    if on_path=$(command -v java) && [ -x "$on_path" ]; then
      on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
      if [ ! -r "${on_path%/bin/java*}/release" ]; then # a shim that stands for a JDK elsewhere: ask where
        told=$("$on_path" -XshowSettings:properties -version 2>&1 </dev/null)
        case $told in
          *'java.home = '*) told=${told#*'java.home = '} on_path=${told%%[[:cntrl:]]*}/bin/java ;;
        esac
      fi
      home=${on_path%/bin/java*} beside=${home%/*}
      consider "$home"
    fi
    if [ "$best" -lt "$good" ]; then
      for folder in ${beside:+"$beside"/*} /usr/lib/jvm/* /opt/* /opt/java/* \
        ${HOME:+"$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*} \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        ${HOME:+"$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home} \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        '/c/Program Files/Java'/* '/c/Program Files/Eclipse Adoptium'/*; do
        consider "$folder"
      done
    fi
  fi

  jdk_major=$((best / 1000000))
  if [ "$best" -ge "$least" ]; then return 0; fi
  newest_seen='none at all was found'
  if [ -n "$jdk" ]; then newest_seen="the newest seen is Java $jdk_major in $jdk"; fi
  jdk=
  return 1
}

# Says that find_jdk found nothing that will do, and what to do.
jdk_is_missing() {
  echo "${0##*/}: $1 needs a JDK, version $2 or newer, and $newest_seen." >&2
  cat >&2 <<'END'
  Debian, Ubuntu:  apt install openjdk-25-jdk   (or temurin-25-jdk from Adoptium's packages)
  macOS:           brew install openjdk@25
  Windows:         use WSL and install it there, or: winget install EclipseAdoptium.Temurin.25.JDK
  One that is installed in an unusual place is named by JAVA_HOME.
END
}
